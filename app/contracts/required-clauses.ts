import { ancestors, contains, type MarketTree } from '~/vendors/market-tree';
import { dataKinds, isAtLeast, TRANSFER_CLAUSE, type DataKind } from './clause';
import { dataTransfers, type DataTransfer } from './data-transfer';

/** Where a clause has to be in a contract, or need not be after all; null means any. */
export type ClauseRequirement = {
  id: number;
  clauseId: number;
  serviceId: number | null;
  marketId: number | null;
  fromData: DataKind | null;
  isRequired: boolean;
  reasonEn: string;
  reasonZh: string;
  source: string | null;
};

/** What of a contract decides which clauses it needs; a place without a market is everywhere. */
export type ClauseFacts = {
  places: readonly { serviceId: number; marketId: number | null }[];
  dataKind: DataKind;
  /** Countries of the people and firms that the data is about. */
  collectedIn: readonly string[];
  /** Countries where the vendor, or whoever works for it, handles the data. */
  workedOnIn: readonly string[];
};

/** Why a clause is required: a requirement of the house, or the law on data that crosses a border. */
export type RequiredBecause =
  | { kind: 'requirement'; requirement: ClauseRequirement }
  | { kind: 'transfer'; transfer: DataTransfer };

export type RequiredClause = { clauseId: number; because: RequiredBecause[] };

/** What the rule reads beside the contract: the tree, the library's codes and the requirements of the house. */
export type RequiredSets = {
  tree: MarketTree;
  clauses: readonly { id: number; code: string }[];
  requirements: readonly ClauseRequirement[];
};

/**
 * The clauses that a contract needs, with every reason, in the library's order.
 *
 * Requirements are held in the market tree: the nearest at or above a market decides, and of those at one market the
 * one for the service before the one for all. A contract covers what lies within its markets, so it needs a clause that
 * any of them asks for; one that names no service yet needs what is asked of every contract. Personal data that leaves the European Economic Area or China needs the transfer clause
 * whatever the house says (GDPR Chapter V; PIPL Art. 38).
 */
export function requiredClauses(facts: ClauseFacts, sets: RequiredSets): RequiredClause[] {
  const transfers = transfersOf(facts);
  return sets.clauses.flatMap(({ id, code }) => {
    const own = sets.requirements.filter(
      ({ clauseId, fromData }) =>
        clauseId === id && (fromData === null || isAtLeast(facts.dataKind, fromData)),
    );
    const general = facts.places.length === 0 ? nearest(own, null, null, sets.tree) : null;
    const decided = facts.places.flatMap((place) =>
      marketsOf(place.marketId, own, sets.tree).flatMap(
        (market) => nearest(own, place.serviceId, market, sets.tree) ?? [],
      ),
    );
    const because: RequiredBecause[] = [...new Set(general ? [general] : decided)]
      .filter(({ isRequired }) => isRequired)
      .map((requirement) => ({ kind: 'requirement', requirement }));
    if (code === TRANSFER_CLAUSE)
      because.push(...transfers.map((transfer) => ({ kind: 'transfer' as const, transfer })));
    return because.length === 0 ? [] : [{ clauseId: id, because }];
  });
}

/** The transfers of personal data that a contract brings about; none where its data is not personal. */
function transfersOf(facts: ClauseFacts): DataTransfer[] {
  return isAtLeast(facts.dataKind, 'personal')
    ? dataTransfers(facts.collectedIn, facts.workedOnIn)
    : [];
}

/** The contract's market, and each market within it that has a requirement of its own; null is above all. */
function marketsOf(
  marketId: number | null,
  own: readonly ClauseRequirement[],
  tree: MarketTree,
): (number | null)[] {
  const named = own.flatMap((requirement) => requirement.marketId ?? []);
  const within = named.filter((id) => marketId === null || contains(tree, marketId, id));
  return [...new Set([marketId, ...within])];
}

function nearest(
  own: readonly ClauseRequirement[],
  serviceId: number | null,
  marketId: number | null,
  tree: MarketTree,
): ClauseRequirement | null {
  const path = marketId === null ? [null] : [marketId, ...ancestors(tree, marketId), null];
  for (const market of path) {
    const here = own
      .filter((requirement) => requirement.marketId === market)
      .sort((a, b) => sensitivity(b) - sensitivity(a));
    const found =
      here.find((requirement) => requirement.serviceId === serviceId) ??
      here.find((requirement) => requirement.serviceId === null);
    if (found) return found;
  }
  return null;
}

/** Of several at one place the one for the more sensitive data is the more exact. */
function sensitivity({ fromData }: ClauseRequirement): number {
  return fromData === null ? -1 : dataKinds.indexOf(fromData);
}

/** The countries that lie at, above or within markets: where the people are whose data a contract handles. */
export function countriesOf(
  marketIds: readonly (number | null)[],
  countries: ReadonlyMap<number, string>,
  tree: MarketTree,
): string[] {
  const found = [...countries].filter(([country]) =>
    marketIds.some(
      (id) => id === null || contains(tree, id, country) || contains(tree, country, id),
    ),
  );
  return [...new Set(found.map(([, code]) => code))].sort();
}
