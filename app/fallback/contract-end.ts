import { addDays } from '~/shared/calendar';

/** When a contract holds, and the services and markets that it names; a market of null is everywhere. */
export type ContractSpan = {
  startsOn: string;
  /** Null while no end is set. */
  lastDay: string | null;
  scopes: { serviceId: number; marketId: number | null }[];
};

/**
 * True where another contract of the vendor goes on with a scope beyond an end: in force by the day after it and longer,
 * for the service in the same market or everywhere. One that names no service covers all; a scope of null asks for that.
 */
export function goesOn(
  other: ContractSpan,
  scope: { serviceId: number; marketId: number | null } | null,
  endsOn: string,
): boolean {
  const followsOn = other.startsOn <= addDays(endsOn, 1);
  const isLonger = other.lastDay === null || other.lastDay > endsOn;
  if (!followsOn || !isLonger) return false;
  if (other.scopes.length === 0) return true;
  return (
    scope !== null &&
    other.scopes.some(
      ({ serviceId, marketId }) =>
        serviceId === scope.serviceId && (marketId === null || marketId === scope.marketId),
    )
  );
}
