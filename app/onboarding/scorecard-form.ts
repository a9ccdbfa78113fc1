import { plainText } from '~/shared/typed-number';
import { assessmentResults } from './assessment';
import type { Band, Criterion, Dimension, Level, Scorecard, Words } from './scorecard';

type Values = Readonly<Record<string, string | string[]>>;

/** What a button of the editor asks for beside saving: a part more, or one less. */
export type EditorChange =
  | { kind: 'add_dimension' }
  | { kind: 'add_band' }
  | { kind: 'add_criterion'; dimension: number }
  | { kind: 'remove_dimension'; dimension: number }
  | { kind: 'remove_criterion'; dimension: number; criterion: number }
  | { kind: 'remove_band'; band: number };

const MOST_PARTS = 40;

/** A template's form as its document; what can't be read stays as it was typed, so that checking it can say so. */
export function scorecardOfForm(values: Values): Scorecard {
  const text = textIn(values);
  return {
    name: words(values, 'name'),
    about: words(values, 'about'),
    minimumAnswered: plain(text('minimumAnswered')),
    differenceLimit: plain(text('differenceLimit')),
    dimensions: parts(values, 'dimensions').map((path) => dimensionAt(values, path)),
    bands: parts(values, 'bands').map((path) => bandAt(values, path)),
  };
}

/** A scale as the editor writes it, a line for each level: `3 | English | 中文`. */
export function levelLines(levels: readonly Level[]): string {
  return levels.map(({ points, name }) => `${points} | ${name.en} | ${name.zh}`).join('\n');
}

function levelsOf(lines: string): Level[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [points = '', en = '', zh = ''] = line.split(/[|｜]/).map((part) => part.trim());
      return { points: plain(points), name: { en, zh } };
    });
}

function dimensionAt(values: Values, path: string): Dimension {
  const text = textIn(values);
  return {
    key: text(`${path}.key`),
    name: words(values, `${path}.name`),
    weight: plain(text(`${path}.weight`)),
    criteria: parts(values, `${path}.criteria`).map((part) => criterionAt(values, part)),
  };
}

function criterionAt(values: Values, path: string): Criterion {
  const text = textIn(values);
  const knockOut = plain(text(`${path}.knockOut`));
  return {
    key: text(`${path}.key`),
    name: words(values, `${path}.name`),
    weight: plain(text(`${path}.weight`)),
    levels: levelsOf(text(`${path}.levels`)),
    free: text(`${path}.free`) === 'on',
    knockOut: knockOut === '' ? null : knockOut,
    guidance: words(values, `${path}.guidance`),
    evidence: words(values, `${path}.evidence`),
  };
}

function bandAt(values: Values, path: string): Band {
  const text = textIn(values);
  const result = assessmentResults.find((each) => each === text(`${path}.result`));
  return {
    from: plain(text(`${path}.from`)),
    result: result ?? 'disqualified',
    entails: words(values, `${path}.entails`),
  };
}

/** The document with a part added or taken out; a new part gets a key that no other has. */
export function changed(card: Scorecard, change: EditorChange): Scorecard {
  const { dimensions, bands } = card;
  switch (change.kind) {
    case 'add_dimension':
      return { ...card, dimensions: [...dimensions, emptyDimension(card)] };
    case 'add_band':
      return {
        ...card,
        bands: [...bands, { from: '', result: 'qualified', entails: { en: '', zh: '' } }],
      };
    case 'remove_dimension':
      return { ...card, dimensions: dimensions.filter((_, index) => index !== change.dimension) };
    case 'remove_band':
      return { ...card, bands: bands.filter((_, index) => index !== change.band) };
    case 'add_criterion':
    case 'remove_criterion':
      return {
        ...card,
        dimensions: dimensions.map((dimension, index) =>
          index !== change.dimension
            ? dimension
            : {
                ...dimension,
                criteria:
                  change.kind === 'add_criterion'
                    ? [...dimension.criteria, emptyCriterion(card)]
                    : dimension.criteria.filter((_, place) => place !== change.criterion),
              },
        ),
      };
  }
}

/** The change that a button names: `add_criterion:1`, `remove_criterion:1:0`; null for plain saving. */
export function readChange(text: string): EditorChange | null {
  const [kind = '', ...numbers] = text.split(':');
  const [first = 0, second = 0] = numbers.map(Number);
  switch (kind) {
    case 'add_dimension':
    case 'add_band':
      return { kind };
    case 'add_criterion':
    case 'remove_dimension':
      return { kind, dimension: first };
    case 'remove_criterion':
      return { kind, dimension: first, criterion: second };
    case 'remove_band':
      return { kind, band: first };
    default:
      return null;
  }
}

function emptyDimension(card: Scorecard): Dimension {
  const key = freeKey(
    card.dimensions.map((dimension) => dimension.key),
    'd',
  );
  return { key, name: { en: '', zh: '' }, weight: '', criteria: [emptyCriterion(card)] };
}

function emptyCriterion({ dimensions }: Scorecard): Criterion {
  const keys = dimensions.flatMap(({ criteria }) => criteria.map(({ key }) => key));
  const blank = { en: '', zh: '' };
  return {
    key: freeKey(keys, 'c'),
    name: blank,
    weight: '',
    levels: ['1', '2', '3', '4', '5'].map((points) => ({ points, name: blank })),
    free: false,
    knockOut: null,
    guidance: blank,
    evidence: blank,
  };
}

function freeKey(taken: readonly string[], prefix: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** The paths of a list's parts, in order, as far as the form has them. */
function parts(values: Values, list: string): string[] {
  const paths: string[] = [];
  for (let index = 0; index < MOST_PARTS; index += 1) {
    const path = `${list}[${index}]`;
    if (!Object.keys(values).some((name) => name.startsWith(`${path}.`))) break;
    paths.push(path);
  }
  return paths;
}

function textIn(values: Values): (name: string) => string {
  return (name) => {
    const value = values[name];
    return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim();
  };
}

function words(values: Values, path: string): Words {
  const text = textIn(values);
  return { en: text(`${path}.en`), zh: text(`${path}.zh`) };
}

function plain(text: string): string {
  return plainText(text.normalize('NFKC').replaceAll('−', '-').replace('%', '').trim());
}
