import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { nameFor } from '~/shared/named';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { clauseStandings } from './clause-gap-queries.server';
import type { GapRow } from './clause-gap-list';
import { listClauses } from './clause-queries.server';
import { standingOn, type ContractStanding } from './contract';
import type { RequiredBecause } from './required-clauses';
import { isAlive } from './standing.server';

export type ClauseGapRow = GapRow & {
  contractId: number;
  clauseId: number;
  standing: ContractStanding;
  because: RequiredBecause[];
};

/** Every gap of the contracts within the scope that have not ended, in the reader's words. */
export async function allClauseGaps(
  reader: Reader,
  scope: Scope,
  locale: 'en' | 'zh-CN',
  today: string,
): Promise<{ rows: ClauseGapRow[]; contracts: number }> {
  const library = new Map(
    (await listClauses(reader)).map(({ clause }, position) => [clause.id, { clause, position }]),
  );
  const alive = isAlive(today);
  const standings = await clauseStandings(reader, scope, alive);
  const living = await reader
    .select({ contract: contracts, vendorCode: vendors.code, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(withinScope(scope, contracts.vendorId), alive))
    .orderBy(asc(contracts.number));
  const rows = living.flatMap(({ contract, vendorCode, vendorName }) =>
    (standings.get(contract.id)?.gaps ?? []).flatMap(({ clauseId, kind, because }) => {
      const known = library.get(clauseId);
      if (!known) return [];
      return [
        {
          ...{ contractId: contract.id, contract: contract.number, title: contract.title },
          ...{ vendorCode, vendor: vendorName, clauseId, kind, because },
          standing: standingOn(contract, today),
          clauseCode: known.clause.code,
          clause: nameFor(known.clause, locale),
          position: known.position,
        },
      ];
    }),
  );
  return { rows, contracts: living.length };
}
