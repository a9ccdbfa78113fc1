import type { Period } from '~/shared/period';
import type { StatementSums } from './statement';

/** What an entry of a contract's account is. */
export const accountKinds = ['fee', 'credit', 'bonus', 'penalty', 'correction'] as const;
export type AccountKind = (typeof accountKinds)[number];

type Amounts = StatementSums & { carriedMinor: number; totalMinor: number };
type Stated = Amounts & { period: Period; feeOpen: boolean };
type StatedEntry = {
  id: number;
  kind: AccountKind;
  period: Period;
  source: string;
  reason: string | null;
  amountMinor: number;
};
/** The same amounts in the house currency; null where a rate is not known. */
type InHouse = { [Kind in keyof Amounts]: number | null };

/** A line of a statement: what it is, of which month, and where the figure comes from. Amounts in minor units. */
export type SheetLine = {
  key: string;
  kind: 'carried' | AccountKind;
  /** The month that it belongs to; of what is carried over, the month before. */
  period: Period;
  source: string;
  reason: string | null;
  /** Null while there is no figure: a fee whose volume was not reported. */
  minor: number | null;
};

export type StatementSheet = { lines: SheetLine[]; totalMinor: number };

const ORDER = ['carried', 'fee', 'bonus', 'credit', 'penalty', 'correction'] as const;

/** A statement line by line, in the order in which both sides read it; page, CSV and PDF show these. */
export function statementSheet({
  statement,
  entries,
}: {
  statement: Stated;
  entries: readonly StatedEntry[];
}): StatementSheet {
  const carried: SheetLine[] =
    statement.carriedMinor === 0
      ? []
      : [
          {
            key: 'carried',
            kind: 'carried',
            period: statement.period - 1,
            source: 'earlier',
            reason: null,
            minor: statement.carriedMinor,
          },
        ];
  const lines = entries.map(({ id, kind, period, source, reason, amountMinor }): SheetLine => ({
    key: String(id),
    kind,
    period,
    source,
    reason,
    minor: amountMinor,
  }));
  const open: SheetLine = {
    ...{ key: 'fee-open', kind: 'fee', period: statement.period },
    ...{ source: 'volume_missing', reason: null, minor: null },
  };
  return {
    lines: [...carried, ...(statement.feeOpen ? [open] : []), ...lines].sort(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.period - b.period,
    ),
    totalMinor: statement.totalMinor,
  };
}

/** True for a credit that is owed back to the vendor: it adds to what is due. */
export function isGivenBack({ kind, minor }: Pick<SheetLine, 'kind' | 'minor'>): boolean {
  return kind === 'credit' && minor !== null && minor > 0;
}

/** The sums of a statement in its own and in the house currency, as a table at its end shows them. */
export type SheetSum = {
  /** `exchange`: what the rates of the lines and of the total differ by, in the house currency alone. */
  kind: SheetLine['kind'] | 'exchange' | 'total';
  minor: number;
  houseMinor: number | null;
};

/**
 * What the kinds add up to; kinds without an amount are left out, the total never is. In the house currency the lines and
 * the total are reckoned at rates of their own: what these leave between them is a line, so that the column adds up.
 */
export function sheetSums(statement: Amounts, house: InHouse | null): SheetSum[] {
  const sum = (kind: (typeof ORDER)[number] | 'total'): SheetSum => ({
    kind,
    minor: statement[`${kind}Minor`],
    houseMinor: house?.[`${kind}Minor`] ?? null,
  });
  const parts = ORDER.map(sum).filter(({ minor }) => minor !== 0);
  const total = sum('total');
  return [...parts, ...exchangeDifference(parts, total), total];
}

/** The line that is left between the parts and the total; none where they agree or where a rate is missing. */
function exchangeDifference(parts: readonly SheetSum[], total: SheetSum): SheetSum[] {
  if (total.houseMinor === null) return [];
  let left = total.houseMinor;
  for (const { houseMinor } of parts) {
    if (houseMinor === null) return [];
    left -= houseMinor;
  }
  return left === 0 ? [] : [{ kind: 'exchange', minor: 0, houseMinor: left }];
}
