/** What one proposal speaks of. A null market is the service as a whole. */
export type ProposalScope = { vendorId: number; serviceId: number; marketId: number | null };

/** A term that was missed: where it holds, and the services that it can mean (those of its contract where it names none). */
export type MissedTerm = {
  vendorId: number;
  serviceIds: readonly number[];
  marketId: number | null;
};

/** The vendor's own value in one market over the window that was missed; null where the month has none. */
export type MarketValue<Value> = { marketId: number; value: Value | null };

/**
 * The scopes that a missed term asks a proposal for. A term of a market speaks of that market. One without speaks of the
 * markets in which the vendor's own values missed the target; where there are no values by market, or none of them
 * missed it, of the service as a whole.
 */
export function missedScopes<Value>(
  term: MissedTerm,
  byMarket: readonly MarketValue<Value>[],
  meets: (value: Value) => boolean,
): ProposalScope[] {
  const missed = byMarket
    .filter(({ value }) => value !== null && !meets(value))
    .map(({ marketId }) => marketId);
  const markets =
    term.marketId !== null ? [term.marketId] : missed.length > 0 ? [...new Set(missed)] : [null];
  return term.serviceIds.flatMap((serviceId) =>
    markets.map((marketId) => ({ vendorId: term.vendorId, serviceId, marketId })),
  );
}

/** What if this vendor failed altogether: every service and market that it offers, each once. */
export function wholeVendorScopes(
  vendorId: number,
  offerings: readonly { serviceId: number; marketId: number }[],
): ProposalScope[] {
  const scopes = offerings.map(({ serviceId, marketId }) => ({ vendorId, serviceId, marketId }));
  return [...new Map(scopes.map((scope) => [scopeKey(scope), scope])).values()];
}

/** The market as a key that is never null: 0 is the service as a whole. */
export function marketKey({ marketId }: Pick<ProposalScope, 'marketId'>): number {
  return marketId ?? 0;
}

function scopeKey(scope: ProposalScope): string {
  return `${scope.vendorId}/${scope.serviceId}/${marketKey(scope)}`;
}
