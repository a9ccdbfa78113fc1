import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { grouped } from '~/shared/grouped';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { isAgreed } from './agreed.server';
import { lastDayInForce } from './contract';
import type { ContractDocument } from './contract-document';
import { reportDueWithCalendar } from './holidays.server';
import { documentWithFees, feesByContract } from './month-fees.server';
import type { SlaTerm } from './sla-term';
import { termsOfContracts, type Term } from './term-queries.server';

/** A term as the evaluation reads it: its versions in force on some day, the dates clipped to the contract's. */
export type AgreedTermVersions = {
  termId: number;
  kpiId: number;
  kpi: string;
  unit: string;
  service: string | null;
  market: string | null;
  versions: {
    versionId: number;
    term: SlaTerm;
    effectiveFrom: string;
    effectiveTo: string | null;
  }[];
};

export type AgreedContract = {
  contractId: number;
  vendorId: number;
  number: string;
  startsOn: string;
  /** The last day in force, null while none is set. */
  lastDay: string | null;
  /** Fees, caps, deadline and time zone; the terms stand beside it, with all their versions. */
  document: ContractDocument;
  terms: AgreedTermVersions[];
};

/** What evaluations read of contracts, in four queries however many there are. Drafts and withdrawn terms are left out. */
export async function loadContractDocuments(
  reader: Reader,
  scope: Scope,
  contractIds: readonly number[],
): Promise<AgreedContract[]> {
  if (contractIds.length === 0) return [];
  const rows = await reader
    .select({ contract: contracts, vendorCode: vendors.code })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        inArray(contracts.id, [...contractIds]),
        isAgreed,
        withinScope(scope, contracts.vendorId),
      ),
    )
    .orderBy(asc(contracts.id));
  const found = rows.map(({ contract }) => contract.id);
  const fees = await feesByContract(
    reader,
    rows.map(({ contract }) => contract),
  );
  const terms = grouped(
    await termsOfContracts(reader, scope, found),
    ({ contractId }) => contractId,
  );
  const due = await Promise.all(rows.map(({ contract }) => reportDueWithCalendar(contract)));
  return rows.map(({ contract, vendorCode }, index) => {
    const lastDay = lastDayInForce(contract);
    return {
      contractId: contract.id,
      vendorId: contract.vendorId,
      number: contract.number,
      startsOn: contract.startsOn,
      lastDay,
      document: {
        ...documentWithFees({ ...contract, vendorCode }, fees.get(contract.id)),
        report_due: due[index] ?? null,
      },
      terms: (terms.get(contract.id) ?? [])
        .filter((term) => term.withdrawnAt === null)
        .map((term) => agreedTerm(term, contract.startsOn, lastDay)),
    };
  });
}

function agreedTerm(term: Term, startsOn: string, lastDay: string | null): AgreedTermVersions {
  const { kpiId, kpi, unit, service, market } = term;
  const versions = term.versions
    .filter((version) => version.replacedAt === null)
    .map((version) => ({
      versionId: version.id,
      term: version.term,
      effectiveFrom: later(version.effectiveFrom, startsOn),
      effectiveTo: earlier(version.effectiveTo, lastDay),
    }))
    .filter(
      ({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveTo >= effectiveFrom,
    )
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return { termId: term.id, kpiId, kpi, unit, service, market, versions };
}

function later(day: string | null, startsOn: string): string {
  return day === null || day < startsOn ? startsOn : day;
}

function earlier(day: string | null, lastDay: string | null): string | null {
  if (day === null || lastDay === null) return day ?? lastDay;
  return day < lastDay ? day : lastDay;
}
