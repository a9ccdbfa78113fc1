import { expect, it } from 'vitest';
import type { PackBlock, PackCell, PackSection, PackValue } from '~/packs/section';
import { isFigure, packParts } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import type { Store } from '~db/store.server';
import { frozenPacks, type FrozenPack } from './demo-packs';
import { knownAt, readHistory, type History } from './pack-history';
import { courseOf, truthOf } from './pack-truth';

/** The figures and courses that are compared, by part. */
const COMPARED = [
  'internal actions',
  'internal risks',
  'internal satisfaction',
  'shared actions',
  'shared course',
  'shared credits',
  'shared failures',
  'shared kpis',
  'shared overall',
  'shared risks',
  'shared satisfaction',
  'shared spend',
];
/** Numbers and days that stand in tables as plain values, by section and column: nothing is compared with them. */
const CELLS_UNTOLD: Readonly<Record<string, readonly string[]>> = {
  'internal actions': ['column.doneOn', 'column.due'],
  'internal backtests': ['backtests.best', 'backtests.inAll', 'backtests.inMost', 'column.target'],
  'internal changes': ['column.what'],
  'internal dates': ['column.ourNotice'],
  'internal fallback': ['column.day', 'column.share'],
  'internal internal_notes': ['column.day'],
  'internal risks': ['column.reviewedOn'],
  'internal satisfaction': ['column.day', 'column.validUntil'],
  'shared actions': ['column.age', 'column.day', 'column.doneOn', 'column.due'],
  'shared certificates': ['column.expiresOn'],
  'shared changes': ['column.day', 'column.what'],
  'shared credits': [
    'column.accepted',
    'column.applied',
    'column.claimed',
    'column.disputed',
    'column.month',
    'column.waived',
  ],
  'shared dates': ['column.endsOn'],
  'shared disputes': ['column.disputed', 'column.month'],
  'shared failures': ['column.month', 'column.run', 'column.target'],
  'shared kpis': ['column.target', 'column.worstMonth'],
  'shared satisfaction': ['column.day', 'column.validUntil'],
  'shared shared_risks': ['column.reviewedOn'],
};

/** Of the demo: both parts of every pack against an independent reading, and what that reading leaves out, by name. */
export function packFigureTests(demo: () => Store): void {
  it('tells in both parts, quarters before and courses, what the store knew at the freeze', async () => {
    const history = await readHistory(demo());
    const wrong: string[] = [];
    const compared = new Set<string>();
    const untold = new Set<string>();
    for (const part of packParts)
      for (const frozen of await frozenPacks(demo(), part))
        for (const [what, told, truth] of comparisons(frozen, history)) {
          const kind = `${part} ${what.split('/')[0] ?? ''}`;
          if (truth === undefined) untold.add(`${part} ${shapeOf(what)}`);
          else compared.add(kind);
          if (truth !== undefined && truth !== told)
            wrong.push(`${frozen.pack.vendor.code} ${what}: ${String(told)} is ${String(truth)}`);
        }
    expect(wrong).toEqual([]);
    expect([...untold]).toEqual([]);
    expect([...compared].sort()).toEqual(COMPARED);
  });

  it('has numbers beside those figures only in the columns that are named here', async () => {
    const found: Record<string, string[]> = {};
    for (const part of packParts)
      for (const { pack } of await frozenPacks(demo(), part))
        for (const section of pack.sections)
          for (const column of plainNumbers(section))
            (found[`${part} ${section.id}`] ??= []).push(column);
    const columns = Object.entries(found).map(([where, all]) => [where, [...new Set(all)].sort()]);
    expect(Object.fromEntries(columns)).toEqual(CELLS_UNTOLD);
  });
}

type Plain = string | number | boolean | null | undefined;
type Told = [what: string, told: Plain, truth: Plain];

function comparisons({ pack, frozenAt }: FrozenPack, history: History): Told[] {
  const known = knownAt(history, pack.vendor.id, frozenAt);
  const about = { known, pack, frozenAt };
  const figures = figuresOf(pack.sections).map(({ id, value }): Told => [
    id,
    plain(value),
    truthOf(id, about),
  ]);
  const courses = pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'series') return [];
      const course = courseOf(Number(block.source.path.split('/').at(-1)), about);
      return block.points.flatMap(({ period, value, breached }): Told[] => [
        [`course/value`, value, course.get(period)?.measured ?? null],
        [`course/breached`, breached, course.get(period)?.outcome === 'breached'],
      ]);
    }),
  );
  return [...figures, ...courses];
}

function plain(value: PackValue): Plain {
  switch (value.kind) {
    case 'measure':
      return value.value;
    case 'money':
      return value.minor;
    case 'count':
      return value.count;
    case 'rating':
      return value.rating;
    case 'words':
      return value.words.key;
    default:
      return undefined;
  }
}

/** The id of a figure without what differs from pack to pack. */
function shapeOf(id: string): string {
  const [section = '', ...rest] = id.split('/');
  return [section, ...rest.map((part) => (/^[a-z-]+$/.test(part) ? part : '*'))].join('/');
}

/** The columns of a section's tables in which numbers stand that are no figures. */
function plainNumbers({ blocks }: PackSection): string[] {
  return blocks.flatMap((block: PackBlock) =>
    block.kind === 'table'
      ? block.rows.flatMap(({ cells }) =>
          cells.flatMap((cell, n) =>
            isPlainNumber(cell) ? (block.columns[n]?.words.key ?? `column ${n}`) : [],
          ),
        )
      : [],
  );
}

function isPlainNumber(cell: PackCell): boolean {
  return !isFigure(cell) && isNumber(cell);
}

function isNumber(value: PackValue): boolean {
  if (value.kind === 'words') return Object.values(value.words.params ?? {}).some(isNumber);
  return !['name', 'text', 'vendor'].includes(value.kind);
}
