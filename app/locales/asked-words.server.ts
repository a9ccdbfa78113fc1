import type { i18n } from 'i18next';
import type { Language } from './languages';

/** `namespace:key` of words, in the order in which they were asked for. */
type Names = Set<string>;

let listening: Names | undefined;

/** What `speak` says at once, and the names of the words that it asked its translator for. */
export function heard<Said>(speak: () => Said): [Said, Names] {
  const before = listening;
  const names: Names = new Set();
  listening = names;
  try {
    return [speak(), names];
  } finally {
    listening = before;
    alsoAsked(names);
  }
}

/** Words that whoever speaks remembers, and asks nobody for. */
export function alsoAsked(names: Names): void {
  if (listening) for (const name of names) listening.add(name);
}

/** A word is said. */
export function said(namespace: string, key: string): void {
  listening?.add(`${namespace}:${key}`);
}

/** Each word as JSON writes it, `"key":"words"`: written once for all pages. */
const written: Record<Language, Map<string, string>> = { en: new Map(), 'zh-CN': new Map() };

/** Words as JSON, by namespace: with those that a page was drawn with a browser takes it over before it has all others. */
export function wordsAsJson(language: Language, translator: i18n, names: Names): string {
  const known = written[language];
  const byNamespace = new Map<string, string[]>();
  for (const name of names) {
    const [namespace = '', key = ''] = name.split(':', 2);
    const text = known.get(name) ?? asJson(key, translator.getResource(language, namespace, key));
    known.set(name, text);
    const words = byNamespace.get(namespace) ?? [];
    byNamespace.set(namespace, words);
    words.push(text);
  }
  const namespaces = [...byNamespace].map(([name, words]) => `"${name}":{${words.join(',')}}`);
  return `{${namespaces.join(',')}}`;
}

const asJson = (key: string, words: unknown) => `${JSON.stringify(key)}:${JSON.stringify(words)}`;
