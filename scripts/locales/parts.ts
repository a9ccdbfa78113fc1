import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Of the words that a namespace lays together from several files: groups that two of them have, where one would hide the other. */
export async function groupsTwice(folder: string): Promise<string[]> {
  const twice: string[] = [];
  const seen = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    if (name === 'index.ts') continue;
    const part = (await import(pathToFileURL(resolve(folder, name)).href)) as object;
    for (const group of Object.values(part).flatMap((words: object) => Object.keys(words))) {
      const other = seen.get(group);
      if (other !== undefined) twice.push(`${join(folder, name)} hides ${group} of ${other}`);
      seen.set(group, name);
    }
  }
  return twice;
}

/** The folders whose files are laid together to one namespace. */
export function dividedNamespaces(): string[] {
  return ['en', 'zh-CN'].flatMap((language) =>
    readdirSync(join('app', 'locales', language), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join('app', 'locales', language, entry.name)),
  );
}
