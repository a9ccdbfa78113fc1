/** More than any text of ours has: what is longer is refused before anything is done with it. */
export const LONGEST_TYPED = 100_000;

/** What a form held, by name: given back to the page so that nothing typed is lost when it is refused. */
export type FormValues = Record<string, string | string[]>;

/** The letters of all texts of a form together; no form of ours holds nearly as many. */
const MOST_LETTERS = 1_000_000;

/**
 * The texts of a form; files and passwords are left out, several of one name become a list. A text that no field takes
 * (every one refuses it as too long) comes cut, and a form of nothing but text is answered 413: neither is worth drawing
 * again.
 */
export function formValues(data: FormData): FormValues {
  const values: FormValues = {};
  let letters = 0;
  for (const name of new Set(data.keys())) {
    if (/password/i.test(name)) continue;
    const texts = data
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map((text) => text.slice(0, LONGEST_TYPED + 1));
    letters += texts.reduce((sum, text) => sum + text.length, name.length);
    if (letters > MOST_LETTERS) throw new Response(null, { status: 413 });
    const [first] = texts;
    if (first !== undefined) values[name] = texts.length > 1 ? texts : first;
  }
  return values;
}

/** The named fields of a form as one text each; what was not sent is empty. */
export function textsOf(values: FormValues, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, [values[name] ?? ''].flat()[0] ?? '']));
}
