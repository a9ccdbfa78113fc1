import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Source files outside tests and outside the words themselves, by their path from the project's folder. */
export function sourceFiles(): string[] {
  return ['app', 'db', 'scripts']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .filter((file) => !/^app\/locales\/(en|zh-CN)\//.test(file))
    .sort();
}
