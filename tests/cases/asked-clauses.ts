import { marketTree } from '~/vendors/market-tree';
import type { ClauseFacts, ClauseRequirement } from '~/contracts/required-clauses';

/* WORLD 1 > EUROPE 2 > FR 3 > PARIS 4; WORLD 1 > ASIA 5 > CN 6 */
export const tree = marketTree([
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: 3 },
  { id: 5, parentId: 1 },
  { id: 6, parentId: 5 },
]);
export const [HAULAGE, SUPPORT] = [10, 11];
export const clauses = [
  { id: 100, code: 'scope' },
  { id: 101, code: 'data_transfer' },
];

let next = 0;
/** A requirement that everybody follows, but as the test says. */
export function asked(part: Partial<ClauseRequirement>): ClauseRequirement {
  return {
    ...{ id: (next += 1), clauseId: 100, serviceId: null, marketId: null, fromData: null },
    ...{ isRequired: true, reasonEn: 'because', reasonZh: 'because', source: null },
    ...part,
  };
}

/** Haulage in France, of business data that stays there, but as the test says. */
export function facts(part: Partial<ClauseFacts> = {}): ClauseFacts {
  return {
    places: [{ serviceId: HAULAGE, marketId: 3 }],
    dataKind: 'business',
    collectedIn: ['FR'],
    workedOnIn: ['FR'],
    ...part,
  };
}
