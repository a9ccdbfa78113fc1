import { readFileSync } from 'node:fs';
import { words as en } from '~/locales/en';
import { words as chinese } from '~/locales/zh-CN';
import { findingsInSource, usesIn, type Uses } from './locales/source';
import { flatten, placeholders, singular } from './locales/words';
import { sourceFiles } from './locales/files';
import { dividedNamespaces, groupsTwice } from './locales/parts';

/*
 * The words of the portal are complete: both languages have the same keys with the same values to fill in, every key
 * that the code names is there, every key that is there is named, no file of words hides another's, Chinese has one way
 * to write figures, and no words stand outside the locale files.
 */
const findings: string[] = [];
const english = flatten(en);
const mandarin = flatten(chinese);
const bases = new Set([...english.keys()].map(singular));
const uses: Uses = { keys: new Map(), patterns: [], codes: new Map(), literals: new Set() };

/** A figure stands apart from the signs around it, but for those of a date. */
const figureJoined =
  /(\d|\{\{count\}\})(?![年月日])\p{Script=Han}|(?![年月日])\p{Script=Han}(\d|\{\{count\}\})/u;

for (const file of sourceFiles()) {
  const text = readFileSync(file, 'utf8');
  findings.push(...findingsInSource(file, text));
  usesIn(file, text, Object.keys(en), uses);
}

for (const [key, text] of english) {
  const base = singular(key);
  if (!mandarin.has(key) && !(key.endsWith('_one') && mandarin.has(`${base}_other`))) {
    findings.push(`zh-CN lacks ${key}`);
  }
  const other = mandarin.get(key);
  if (other !== undefined && placeholders(text) !== placeholders(other)) {
    findings.push(
      `${key} fills in ${placeholders(text)} in en but ${placeholders(other)} in zh-CN`,
    );
  }
}
for (const [key, text] of mandarin) {
  if (figureJoined.test(text)) findings.push(`${key} joins a figure to its word in zh-CN`);
  if (!english.has(key)) findings.push(`en lacks ${key}`);
}

const isThere = (key: string) =>
  bases.has(key) || english.has(key) || [...bases].some((base) => base.startsWith(`${key}.`));
for (const [key, file] of uses.keys) {
  if (!isThere(key)) findings.push(`${file} names ${key}, which no locale has`);
}
for (const [code, file] of uses.codes) {
  if (!isThere(`errors:${code}`))
    findings.push(`${file} refuses with ${code}, but errors has no words for it`);
}

const isUsed = (base: string) =>
  uses.keys.has(base) ||
  (base.startsWith('errors:') && uses.literals.has(base.slice('errors:'.length))) ||
  [...uses.keys.keys()].some((key) => base.startsWith(`${key}.`)) ||
  uses.patterns.some((pattern) => pattern.test(base));
for (const base of bases) {
  if (!isUsed(base)) findings.push(`nothing uses ${base}`);
}

for (const folder of dividedNamespaces()) findings.push(...(await groupsTwice(folder)));

for (const finding of findings) process.stdout.write(`${finding}\n`);
process.stdout.write(`${english.size} keys in two languages, ${findings.length} findings\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
