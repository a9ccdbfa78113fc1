/** What a form held, by name: given back to the page so that nothing typed is lost when it is refused. */
export type FormValues = Record<string, string | string[]>;

/** The texts of a form; files and passwords are left out, several of one name become a list. */
export function formValues(data: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(data.keys())) {
    if (/password/i.test(name)) continue;
    const texts = data.getAll(name).filter((value) => typeof value === 'string');
    const [first] = texts;
    if (first !== undefined) values[name] = texts.length > 1 ? texts : first;
  }
  return values;
}

/** The named fields of a form as one text each; what was not sent is empty. */
export function textsOf(values: FormValues, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, [values[name] ?? ''].flat()[0] ?? '']));
}
