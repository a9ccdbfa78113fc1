import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { daysBetween } from '~/shared/calendar';
import { formatPeriod, periodOf, type Period } from '~/shared/period';
import { actions } from '~db/schema/actions';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { frozenPacks, type FrozenPack } from './demo-packs';

/** Reviews, those of them with frozen packs, and the least of promises that came over from an earlier quarter. */
const QUARTERS: readonly { quarter: Period; planned: number; frozen: number }[] = [
  { quarter: periodOf(2022, 7), planned: 5, frozen: 5 },
  { quarter: periodOf(2022, 10), planned: 17, frozen: 17 },
  { quarter: periodOf(2023, 1), planned: 5, frozen: 5 },
  { quarter: periodOf(2023, 4), planned: 12, frozen: 12 },
  { quarter: periodOf(2023, 7), planned: 5, frozen: 5 },
  { quarter: periodOf(2023, 10), planned: 17, frozen: 4 },
];
const [FIRST] = QUARTERS;

/** Of the demo: each quarter by itself has its reviews, their packs, and in them what earlier reviews left open. */
export function quarterTests(demo: () => Store): void {
  it.each(QUARTERS.map((each) => ({ ...each, name: formatPeriod(each.quarter) })))(
    'has the reviews, packs and promises of the quarter from $name',
    async ({ quarter, planned, frozen }) => {
      const held = await demo().read.$count(reviews, eq(reviews.quarter, quarter));
      expect(held).toBe(planned);
      for (const part of ['shared', 'internal'] as const) {
        const packs = await packsOf(demo(), part, quarter);
        expect(packs).toHaveLength(frozen);
      }
      let carried = 0;
      for (const each of await packsOf(demo(), 'shared', quarter)) {
        const due = await leftOpen(demo(), each);
        expect(carriedIn(each)).toMatchObject(due);
        carried += Object.keys(due).length;
      }
      if (quarter === FIRST?.quarter) expect(carried).toBe(0);
      else expect(carried).toBeGreaterThan(0);
    },
  );
}

async function packsOf(store: Store, part: 'shared' | 'internal', quarter: Period) {
  return (await frozenPacks(store, part)).filter(({ pack }) => pack.quarter === quarter);
}

/** What the vendor's earlier reviews had promised and was open at the freeze, with its age, by its path. */
async function leftOpen({ read }: Store, { pack, frozenAt }: FrozenPack) {
  const promised = await read
    .select({ action: actions, quarter: reviews.quarter })
    .from(actions)
    .innerJoin(reviews, eq(reviews.id, actions.originId))
    .where(and(eq(actions.origin, 'review'), eq(actions.vendorId, pack.vendor.id)));
  const isOver = (at: string | null) => at !== null && at <= frozenAt;
  const open = promised.filter(
    ({ action, quarter }) =>
      quarter < pack.quarter &&
      action.createdAt <= frozenAt &&
      !isOver(action.doneAt) &&
      !isOver(action.cancelledAt),
  );
  return Object.fromEntries(
    open.map(({ action: { id, createdAt } }) => [
      `/actions/${id}`,
      daysBetween(createdAt.slice(0, 10), frozenAt.slice(0, 10)),
    ]),
  );
}

/** The age in days of every open action that a pack lists, by its path. */
function carriedIn({ pack }: FrozenPack): Record<string, number> {
  const own = pack.sections.find(({ id }) => id === 'actions')?.blocks ?? [];
  const open = own.find((block) => block.kind === 'table' && block.title.key.endsWith('openList'));
  const rows = open?.kind === 'table' ? open.rows : [];
  return Object.fromEntries(
    rows.map(({ cells, source }) => {
      const age = cells.at(-1);
      return [source?.path ?? '', age && 'kind' in age && age.kind === 'count' ? age.count : -1];
    }),
  );
}
