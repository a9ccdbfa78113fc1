import { isAgreedState, lastDayInForce, type ContractLife } from '~/contracts/contract';
import { minorDigits, parseMinor } from '~/shared/money';
import { done, refused, type Outcome } from '~/shared/outcome';
import { periodOfDate, type Period } from '~/shared/period';
import type { ManualKind, ManualState } from './manual-kind';

/**
 * The amount in minor units of the contract's currency, above zero. Refused where it has more decimals than the currency
 * (`amount_invalid`) or is nothing (`manual_amount_missing`).
 */
export function manualAmount(text: string, currency: string): Outcome<number> {
  const minor = parseMinor(text, currency);
  if (minor === null) return refusedAmount(text, currency);
  return minor > 0 ? done(minor) : refused('manual_amount_missing', {}, 'amount');
}

function refusedAmount(value: string, currency: string) {
  const decimals = minorDigits(currency) ?? 2;
  return refused('amount_invalid', { value, currency, decimals }, 'amount');
}

/**
 * Whether a month can take an entry by hand on a day: one in which the contract is in force, and that has begun. Refused
 * where nobody signed the contract (`manual_not_signed`).
 */
export function checkMonth(contract: ContractLife, period: Period, asOf: string): Outcome {
  if (!isAgreedState(contract.state)) return refused('manual_not_signed');
  const last = lastDayInForce(contract);
  const isWithin =
    period >= periodOfDate(contract.startsOn) &&
    period <= periodOfDate(asOf) &&
    (last === null || period <= periodOfDate(last));
  return isWithin ? done() : refused('manual_month_outside', {}, 'period');
}

export type ManualStanding = { state: ManualState; proposedBy: number | null };

/**
 * Whether somebody may approve or turn down a proposed entry: whoever did not propose it. Refused otherwise
 * (`manual_needs_another`), or where it was decided already (`manual_decided`).
 */
export function mayDecideManual(
  { state, proposedBy }: ManualStanding,
  personId: number | null,
): Outcome {
  if (state !== 'proposed') return refused('manual_decided');
  if (personId === null || personId === proposedBy) return refused('manual_needs_another');
  return done();
}

/** Whether somebody may take a proposed entry back: whoever proposed it. */
export function mayWithdrawManual(
  { state, proposedBy }: ManualStanding,
  personId: number | null,
): Outcome {
  if (state !== 'proposed') return refused('manual_decided');
  return personId === proposedBy ? done() : refused('manual_not_yours');
}

/** What an entry does to the vendor's account, in minor units: a penalty is taken off. */
export function signedAmount(kind: ManualKind, amountMinor: number): number {
  return kind === 'penalty' ? -amountMinor : amountMinor;
}
