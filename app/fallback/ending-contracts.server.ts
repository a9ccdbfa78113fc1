import { and, asc, between, eq, inArray, lte } from 'drizzle-orm';
import { isAgreed } from '~/contracts/agreed.server';
import { lastDayInForce } from '~/contracts/contract';
import { lastDayHeld } from '~/contracts/standing.server';
import { addDays } from '~/shared/calendar';
import { contracts, contractScopes } from '~db/schema/contracts';
import { proposalCauses } from '~db/schema/fallback';
import type { Reader } from '~db/store.server';
import { causeKey, type Cause } from './cause';
import { goesOn, type ContractSpan } from './contract-end';

/** Days before a contract's end from which somebody else is looked for. */
const ENDS_WITHIN_DAYS = 90;

/** A contract that ends soon with nothing to follow it, and the services and markets left without one. */
export type EndingContract = {
  vendorId: number;
  cause: Cause;
  /** What the contract names and nothing else covers; null where it names no service: all that the vendor does. */
  scopes: { serviceId: number; marketId: number | null }[] | null;
};

/** Contracts whose last day lies within ninety days of a day, without renewal or successor, and not proposed for yet. */
export async function endingContracts(reader: Reader, asOf: string): Promise<EndingContract[]> {
  const until = addDays(asOf, ENDS_WITHIN_DAYS);
  const ending = await reader
    .select()
    .from(contracts)
    .where(and(isAgreed, lte(contracts.startsOn, asOf), between(lastDayHeld, asOf, until)))
    .orderBy(asc(contracts.id));
  if (ending.length === 0) return [];
  const spans = await spansOfVendors(
    reader,
    ending.map(({ vendorId }) => vendorId),
  );
  const heard = await heardOf(
    reader,
    ending.map(({ id }) => id),
  );
  return ending.flatMap(({ id, number, vendorId, ...life }) => {
    const endsOn = lastDayInForce(life);
    if (endsOn === null) return [];
    const cause = { kind: 'contract_ending' as const, contractId: id, contractNumber: number };
    const full: Cause = { ...cause, endsOn, on: asOf };
    if (heard.has(causeKey(full))) return [];
    const others = spans.filter((span) => span.vendorId === vendorId && span.contractId !== id);
    const named = spans.find((span) => span.contractId === id)?.scopes ?? [];
    const left = named.filter((scope) => !others.some((other) => goesOn(other, scope, endsOn)));
    const isAll = named.length === 0;
    const follows = others.some((other) => goesOn(other, null, endsOn));
    if (isAll ? follows : left.length === 0) return [];
    return [{ vendorId, cause: full, scopes: isAll ? null : left }];
  });
}

/** When the vendors' contracts hold and what they cover, drafts left out. */
async function spansOfVendors(
  reader: Reader,
  vendorIds: readonly number[],
): Promise<(ContractSpan & { contractId: number; vendorId: number })[]> {
  const rows = await reader
    .select({ contract: contracts, scope: contractScopes })
    .from(contracts)
    .leftJoin(contractScopes, eq(contractScopes.contractId, contracts.id))
    .where(and(inArray(contracts.vendorId, [...new Set(vendorIds)]), isAgreed));
  const spans = new Map<number, ContractSpan & { contractId: number; vendorId: number }>();
  for (const { contract, scope } of rows) {
    const span = spans.get(contract.id) ?? {
      contractId: contract.id,
      vendorId: contract.vendorId,
      startsOn: contract.startsOn,
      lastDay: lastDayInForce(contract),
      scopes: [],
    };
    spans.set(contract.id, span);
    if (scope) span.scopes.push({ serviceId: scope.serviceId, marketId: scope.marketId });
  }
  return [...spans.values()];
}

async function heardOf(reader: Reader, contractIds: readonly number[]): Promise<Set<string>> {
  const rows = await reader
    .select({ key: proposalCauses.key })
    .from(proposalCauses)
    .where(
      and(
        eq(proposalCauses.kind, 'contract_ending'),
        inArray(proposalCauses.contractId, [...contractIds]),
      ),
    );
  return new Set(rows.map(({ key }) => key));
}
