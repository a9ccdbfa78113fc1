/** A namespace's words, nested as its file nests them. */
export type Words = { readonly [key: string]: string | Words };

/** Every text under its key as the code names it: `sla:outcome.breached`. */
export function flatten(namespaces: Record<string, Words>): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (words: Words, prefix: string) => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'string') texts.set(`${prefix}${key}`, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  for (const [name, words] of Object.entries(namespaces)) walk(words, `${name}:`);
  return texts;
}

/** The key without the ending by which i18next tells singular and plural apart. */
export function singular(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

/** The values that a text fills in, in one order; a singular may leave its count out, so `count` is not compared. */
export function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '');
  return (
    [...new Set(names)]
      .filter((name) => name !== 'count')
      .sort()
      .join(', ') || 'nothing'
  );
}
