import { inArray } from 'drizzle-orm';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import type { Period } from '~/shared/period';
import { creditEntries, creditPeriods } from '~db/schema/sla';
import type { Tx } from '~db/store.server';
import type { ContractEvaluation } from './contract-evaluation';
import type { CreditMonth } from './credit';

type CreditPeriod = typeof creditPeriods.$inferSelect;
type CreditEntry = typeof creditEntries.$inferInsert;

export type CreditCase = { contract: AgreedContract; computed: ContractEvaluation };

/**
 * Brings the credits of contracts in step with their evaluation. What a month's credit became is posted as an entry of
 * the difference, never edited, so that the entries of a month always add up to what it stands at.
 */
export async function writeCredits(
  tx: Tx,
  each: readonly CreditCase[],
  when: { at: string; asOfOf: (contractId: number) => string },
): Promise<number> {
  const ids = each.map(({ contract }) => contract.contractId);
  const standing = await tx
    .select()
    .from(creditPeriods)
    .where(inArray(creditPeriods.contractId, ids));
  const before = new Map(standing.map((row) => [`${row.contractId}/${row.period}`, row]));
  const rows: (typeof creditPeriods.$inferInsert)[] = [];
  const entries: CreditEntry[] = [];
  for (const { contract, computed } of each) {
    const { contractId } = contract;
    for (const month of [...computed.months, ...vanished(before, contractId, computed)]) {
      const known = before.get(`${contractId}/${month.period}`);
      if (known ? isSame(known, month) : isNothing(month)) continue;
      rows.push(rowOf(contract, month));
      entries.push(...entriesFor(known, contract, month, when));
    }
  }
  await tx.insertMany(creditPeriods, rows, {
    keys: ['contractId', 'period'],
    set: ['grossMinor', 'cappedMinor', 'issuedMinor', 'returnedMinor'],
  });
  await tx.insertMany(creditEntries, entries);
  return entries.length;
}

type Month = Pick<CreditMonth, 'period' | 'currency' | 'gross' | 'capped' | 'issued' | 'returned'>;

/** Months that had a credit and are no longer evaluated: they stand at nothing. */
function vanished(
  before: ReadonlyMap<string, CreditPeriod>,
  contractId: number,
  computed: ContractEvaluation,
): Month[] {
  const there = new Set<Period>(computed.months.map(({ period }) => period));
  return [...before.values()]
    .filter((row) => row.contractId === contractId && !there.has(row.period))
    .map(({ period, currency }) => ({
      period,
      currency,
      gross: 0,
      capped: 0,
      issued: 0,
      returned: 0,
    }));
}

function rowOf({ contractId, vendorId }: AgreedContract, month: Month) {
  return {
    contractId,
    vendorId,
    period: month.period,
    currency: month.currency,
    grossMinor: month.gross,
    cappedMinor: month.capped,
    issuedMinor: month.issued,
    returnedMinor: month.returned,
    state: 'calculated' as const,
  };
}

/** What is posted: the credit's difference, and apart from it that of what an earn-back returns. */
function entriesFor(
  known: CreditPeriod | undefined,
  { contractId }: AgreedContract,
  month: Month,
  { at, asOfOf }: { at: string; asOfOf: (contractId: number) => string },
): CreditEntry[] {
  const credited = month.issued + month.returned;
  const creditedBefore = known ? known.issuedMinor + known.returnedMinor : 0;
  const returnedBefore = known?.returnedMinor ?? 0;
  const posted = (kind: CreditEntry['kind'], amountMinor: number): CreditEntry[] =>
    amountMinor === 0
      ? []
      : [
          {
            contractId,
            period: month.period,
            kind,
            currency: month.currency,
            amountMinor,
            postedAt: at,
            asOf: asOfOf(contractId),
          },
        ];
  return [
    ...posted(known ? 'difference' : 'calculated', credited - creditedBefore),
    ...posted('earn_back', returnedBefore - month.returned),
  ];
}

function isSame(row: CreditPeriod, month: Month): boolean {
  return (
    row.grossMinor === month.gross &&
    row.cappedMinor === month.capped &&
    row.issuedMinor === month.issued &&
    row.returnedMinor === month.returned
  );
}

function isNothing({ gross, issued, returned }: Month): boolean {
  return gross === 0 && issued === 0 && returned === 0;
}
