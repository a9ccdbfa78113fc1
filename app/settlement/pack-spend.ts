import { amount, figure, sourceAt, words } from '~/packs/pack-value';
import { fourQuarters, inQuarter, lastMonthOf } from '~/packs/quarter';
import type { PackSection } from '~/packs/section';
import { formatPeriod, type Period } from '~/shared/period';
import type { AccountKind } from './statement-sheet';

export type Entry = {
  period: Period;
  currency: string;
  kind: AccountKind;
  minor: number;
};

const end = 'end' as const;

/** Fees, credits and bonuses posted for each of the four quarters, by currency. */
export function spendSection(
  entries: readonly Entry[],
  { quarter }: { quarter: Period },
): PackSection {
  const currencies = [...new Set(entries.map(({ currency }) => currency))].sort();
  const source = sourceAt('/statements', words('packs:source.statements'));
  const rows = fourQuarters(quarter).flatMap((each) =>
    currencies.map((currency) => {
      const own = entries.filter(
        ({ period, currency: other }) =>
          other === currency && period >= each && period <= lastMonthOf(each),
      );
      const sum = (...kinds: Entry['kind'][]) =>
        own
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((total, { minor }) => total + minor, 0);
      const cell = (name: string, minor: number) =>
        figure(
          `spend/${currency}/${formatPeriod(each)}/${name}`,
          words(`packs:spend.${name}`),
          own.length === 0 ? amount(null, currency) : amount(minor, currency),
          { from: each, to: lastMonthOf(each), source },
        );
      return {
        source,
        cells: [
          inQuarter(each),
          cell('fees', sum('fee')),
          cell('credits', sum('credit')),
          cell('bonuses', sum('bonus')),
          cell('net', sum('fee', 'credit', 'bonus', 'penalty', 'correction')),
        ],
      };
    }),
  );
  return {
    id: 'spend',
    part: 'shared',
    agenda: 'changes',
    exceptions: [],
    blocks: [
      {
        kind: 'table',
        title: words('packs:spend.title'),
        columns: [
          { words: words('packs:column.quarter') },
          ...(['fees', 'credits', 'bonuses', 'net'] as const).map((name) => ({
            words: words(`packs:spend.${name}`),
            align: end,
          })),
        ],
        rows,
        empty: words('packs:spend.none'),
      },
    ],
  };
}
