import { readZipDirectory, unpackEntry } from '~/kpi/zip-archive';

const LIMIT = 200_000_000;

/** Every text of an Office file by the name of its part, the workbooks behind its charts among them. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, entry] of readZipDirectory(bytes, LIMIT)) {
    if (entry.size === 0) continue;
    const part = await unpackEntry(bytes, entry);
    if (!name.endsWith('.xlsx')) texts.set(name, new TextDecoder().decode(part));
    else for (const [inner, text] of await unzipped(part)) texts.set(`${name}/${inner}`, text);
  }
  return texts;
}

/** What is read in a part: the text of its elements, in order, without the spaces that join words and figures. */
export function readText(xml: string): string {
  return [...xml.matchAll(/<(?:a:t|c:v|t|v)[^>]*>([^<]*)</g)]
    .map(([, text]) => text ?? '')
    .join(' ')
    .replace(/&amp;/g, '&')
    .replace(/\s/g, '');
}
