/** An address that no mail reaches: the ending is reserved for that. */
export function erasedAddress(number: number): string {
  return `erased-${number}@erased.invalid`;
}

/**
 * A text without names and addresses that stand in it as words of their own: `Li` does not touch `List`. Chinese sets no
 * spaces between words: a name in Han characters is found wherever it stands.
 */
export function withoutNames(text: string, names: readonly string[], instead: string): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replace(patternOf(name), () => instead), text);
}

function patternOf(name: string): RegExp {
  const plain = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (/\p{Script=Han}/u.test(name)) return new RegExp(plain, 'gu');
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu');
}

/** A document in which every text is without the names. */
export function documentWithoutNames(
  value: unknown,
  names: readonly string[],
  instead: string,
): unknown {
  if (typeof value === 'string') return withoutNames(value, names, instead);
  if (Array.isArray(value)) return value.map((part) => documentWithoutNames(part, names, instead));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, documentWithoutNames(part, names, instead)]),
  );
}
