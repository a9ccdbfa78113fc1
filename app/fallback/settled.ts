import { type ProposalScope, marketKey } from './proposal-scope';

/** A decision about a vendor's failure in a scope: when it was made, and whether the switch that it began still runs. */
export type DecidedScope = ProposalScope & {
  decidedOn: string;
  switchRuns: boolean;
  /** The last day on which a switch that it began came to its end. */
  switchedOn: string | null;
};

/**
 * True where a cause needs no proposal any more: somebody decided after it was known, the switch away from the vendor
 * runs, or the cause dates from before that switch was done. A cause of the day of the decision is still heard.
 */
export function isSettled(
  scope: ProposalScope,
  knownOn: string,
  decided: readonly DecidedScope[],
): boolean {
  return decided.some(
    (each) =>
      each.serviceId === scope.serviceId &&
      each.vendorId === scope.vendorId &&
      marketKey(each) === marketKey(scope) &&
      (knownOn < each.decidedOn ||
        each.switchRuns ||
        (each.switchedOn !== null && knownOn <= each.switchedOn)),
  );
}
