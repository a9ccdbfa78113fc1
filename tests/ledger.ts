import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { loadContractDocuments } from '~/contracts/load-contract-documents.server';
import { amountDue, movement } from '~/settlement/statement';
import type { Period } from '~/shared/period';
import { writeCredits } from '~/sla/write-credits.server';
import {
  accountEntries,
  creditBalances,
  creditMoves,
  statementEntries,
  statements,
} from '~db/schema/settlement';
import { creditEntries, creditPeriods } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import type { Cast } from './cast';

/** What a person of the cast does on a day at noon; of a vendor, within its scope. */
export function actOf(
  person: Cast['person'][keyof Cast['person']],
  day: string,
  vendorId?: number,
): Act {
  const { id: personId, name, role } = person;
  return {
    actor: { kind: 'person', personId, name, role, address: null },
    now: new Date(`${day}T12:00:00.000Z`),
    scope: vendorId === undefined ? everything : { kind: 'vendor', vendorId },
  };
}

/** What the terms of a month ask for, and the most that its cap lets them have. */
type Given = { period: Period; issued: number; returned?: number; cap?: number | null };

/** What an evaluation says of months, through the verb that posts it. */
export async function evaluate(
  store: Store,
  cast: Cast,
  currency: string,
  day: string,
  given: Given[],
) {
  const { contractId } = cast.vendor.brittle;
  const [contract] = await loadContractDocuments(store.read, everything, [contractId]);
  if (!contract) throw new Error('the contract is not there');
  const months = given.map(({ period, issued: gross, returned = 0, cap = null }) => {
    const capped = cap === null ? gross : Math.min(gross, cap);
    return { period, currency, fee: 0, cap, gross, capped, issued: capped - returned, returned };
  });
  // Months that are not named stand as they stood.
  const standing = await store.read
    .select()
    .from(creditPeriods)
    .where(eq(creditPeriods.contractId, contractId));
  const others = standing
    .filter((row) => !given.some(({ period }) => period === row.period))
    .map((row) => ({
      period: row.period,
      currency,
      fee: 0,
      cap: null,
      gross: row.grossMinor,
      capped: row.cappedMinor,
      issued: row.issuedMinor,
      returned: row.returnedMinor,
    }));
  await store.transact((tx) =>
    writeCredits(
      tx,
      [{ contract, computed: { terms: [], months: [...months, ...others], returns: [] } }],
      { at: `${day}T10:00:00.000Z`, asOfOf: () => day },
    ),
  );
}

/** What must hold of the whole ledger, whatever happened. */
export async function expectBalanced({ read }: Store): Promise<void> {
  const lines = await read.select().from(creditPeriods);
  const balances = await read.select().from(creditBalances);
  const moves = await read.select().from(creditMoves).orderBy(asc(creditMoves.id));
  const posted = await read.select().from(creditEntries);
  const entries = await read.select().from(accountEntries);
  const placed = await read.select().from(statementEntries);
  const stated = await read.select().from(statements).orderBy(asc(statements.period));
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

  for (const line of lines) {
    const own = <Row extends { contractId: number; period: number }>(rows: Row[]) =>
      rows.filter((row) => row.contractId === line.contractId && row.period === line.period);
    expect(sum(own(posted).map(({ amountMinor }) => amountMinor))).toBe(line.issuedMinor);
    expect(line.cappedMinor).toBeLessThanOrEqual(line.grossMinor);
    expect(line.issuedMinor).toBe(line.cappedMinor - line.returnedMinor);
    const [balance] = own(balances);
    if (!balance) continue;
    const moved = (state: string) =>
      sum(
        own(moves).map(
          (move) =>
            (move.toState === state ? move.amountMinor : 0) -
            (move.fromState === state ? move.amountMinor : 0),
        ),
      );
    expect(moved('claimed')).toBe(balance.claimedMinor);
    expect(moved('accepted')).toBe(balance.acceptedMinor);
    expect(moved('applied')).toBe(balance.appliedMinor);
    expect(moved('disputed')).toBe(balance.disputedMinor);
    expect(moved('waived')).toBe(balance.waivedMinor);
    expect(moved('expired')).toBe(balance.expiredMinor);
    const credits = own(entries).filter(({ kind }) => kind === 'credit');
    const agreed = balance.acceptedMinor + balance.appliedMinor;
    expect(sum(credits.map(({ amountMinor }) => amountMinor)) + agreed).toBe(0);
  }
  for (const contractId of new Set(stated.map((each) => each.contractId))) {
    const own = stated.filter((each) => each.contractId === contractId);
    const onStatements = entries.filter(({ id }) =>
      placed.some(
        ({ entryId, statementId }) => entryId === id && own.some((each) => each.id === statementId),
      ),
    );
    const waiting = entries.filter(
      (entry) =>
        entry.contractId === contractId && !placed.some(({ entryId }) => entryId === entry.id),
    );
    for (const statement of own) {
      const its = entries.filter(({ id }) =>
        placed.some(({ entryId, statementId }) => entryId === id && statementId === statement.id),
      );
      expect(sum(its.map(({ amountMinor }) => amountMinor))).toBe(movement(statement));
      expect(statement.totalMinor).toBe(statement.carriedMinor + movement(statement));
      expect(its.every(({ currency }) => currency === statement.currency)).toBe(true);
    }
    const ledger = sum(
      entries
        .filter((entry) => entry.contractId === contractId)
        .map(({ amountMinor }) => amountMinor),
    );
    const still = sum(waiting.map(({ amountMinor }) => amountMinor));
    expect(sum(own.map(movement)) + still).toBe(ledger);
    expect(onStatements.length + waiting.length).toBe(
      entries.filter((entry) => entry.contractId === contractId).length,
    );
    // All that is paid, and what the last one carries on, is all that the statements added.
    const left = own.reduce(
      (carry, each) => carry + movement(each) - amountDue(each.totalMinor),
      0,
    );
    expect(sum(own.map(({ totalMinor }) => amountDue(totalMinor))) + left).toBe(
      sum(own.map(movement)),
    );
  }
}
