import { and, asc, between, eq, ne, or } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { packLinesOf } from '~/sla/pack-outcome-queries.server';
import { contracts } from '~db/schema/contracts';
import { accountEntries, creditBalances } from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import type { Reader } from '~db/store.server';
import { balanceColumns, sameLine } from './load-lines.server';
import { creditSections } from './pack-credits';
import { spendSection } from './pack-spend';

/** Of a pack: points and credits by term and month, what is disputed, and what was spent. */
export const settlementSections: PackContributor = async (reader, request) => {
  const { vendorId, firstPeriod, lastPeriod } = request;
  const months = { vendorId, first: firstPeriod, last: lastPeriod };
  const lines = await packLinesOf(reader, request);
  return [
    ...creditSections(lines, await creditMonths(reader, months), request),
    spendSection(await spent(reader, months), request),
  ];
};

type Months = { vendorId: number; first: number; last: number };

async function creditMonths(reader: Reader, { vendorId, first, last }: Months) {
  return reader
    .select({
      contractId: creditPeriods.contractId,
      contract: contracts.number,
      period: creditPeriods.period,
      currency: creditPeriods.currency,
      issuedMinor: creditPeriods.issuedMinor,
      ...balanceColumns,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .leftJoin(creditBalances, sameLine)
    .where(
      and(
        eq(creditPeriods.vendorId, vendorId),
        between(creditPeriods.period, first, last),
        or(ne(creditPeriods.issuedMinor, 0), ne(creditPeriods.grossMinor, 0)),
      ),
    )
    .orderBy(asc(creditPeriods.period), asc(contracts.number));
}

async function spent(reader: Reader, { vendorId, first, last }: Months) {
  return reader
    .select({
      period: accountEntries.period,
      currency: accountEntries.currency,
      kind: accountEntries.kind,
      minor: accountEntries.amountMinor,
    })
    .from(accountEntries)
    .where(and(eq(accountEntries.vendorId, vendorId), between(accountEntries.period, first, last)))
    .orderBy(asc(accountEntries.period), asc(accountEntries.currency));
}
