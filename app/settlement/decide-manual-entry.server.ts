import { and, eq } from 'drizzle-orm';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { findContract } from '~/contracts/contract-queries.server';
import { personRecipients, queueMail } from '~/notifications/queue-mail.server';
import { reasonText } from '~/shared/reason-text';
import { formatMinor } from '~/shared/money';
import { done, refused, type Outcome } from '~/shared/outcome';
import { formatPeriod } from '~/shared/period';
import { manualEntries } from '~db/schema/settlement';
import type { Store, Tx } from '~db/store.server';
import { mayDecideManual, mayWithdrawManual, signedAmount } from './manual-entry';
import { BY_HAND, type ManualState } from './manual-kind';
import { findManualEntry } from './manual-entry-queries.server';
import { postEntries } from './post-entries.server';

export type ManualEntryOf = { contractId: number; entryId: number };

/** Approves what somebody else proposed: it is posted to the account and goes onto the next statement that is not sent. */
export async function approveManualEntry(
  store: Store,
  act: Act,
  of: ManualEntryOf,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const entry = await lockEntry(tx, act, of);
    if (!entry) return refused('not_found');
    const may = mayDecideManual(entry, personIdOf(act));
    if (!may.ok) return may;
    const { contractId, vendorId, period, currency, kind, reason } = entry;
    const [posted] = await postEntries(
      tx,
      act,
      [
        {
          ...{ contractId, vendorId, period, currency, kind, reason, source: BY_HAND },
          amountMinor: signedAmount(kind, entry.amountMinor),
          personId: entry.proposedBy,
          secondPersonId: personIdOf(act),
        },
      ],
      dayOf(act.now),
    );
    await decide(tx, act, entry, { state: 'approved', entryId: posted ?? null });
    await tellProposer(tx, act, entry, { state: 'approved', remarks: null });
    return done();
  });
}

/** Turns a proposed entry down, with why; nothing is posted. */
export async function rejectManualEntry(
  store: Store,
  act: Act,
  { remarks, ...of }: ManualEntryOf & { remarks: string },
): Promise<Outcome> {
  const said = reasonText(remarks, { field: 'remarks' });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    const entry = await lockEntry(tx, act, of);
    if (!entry) return refused('not_found');
    const may = mayDecideManual(entry, personIdOf(act));
    if (!may.ok) return may;
    const decision = { state: 'rejected', remarks: said.value } as const;
    await decide(tx, act, entry, decision);
    await tellProposer(tx, act, entry, decision);
    return done();
  });
}

/** Takes a proposed entry back. */
export async function withdrawManualEntry(
  store: Store,
  act: Act,
  of: ManualEntryOf,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const entry = await lockEntry(tx, act, of);
    if (!entry) return refused('not_found');
    const may = mayWithdrawManual(entry, personIdOf(act));
    if (!may.ok) return may;
    await decide(tx, act, entry, { state: 'withdrawn' });
    return done();
  });
}

/** The entry within the act's scope, its contract locked until the transaction ends. */
async function lockEntry(tx: Tx, act: Act, { contractId, entryId }: ManualEntryOf) {
  await tx.lockRow('contracts', 'id', contractId);
  return findManualEntry(tx, act.scope, contractId, entryId);
}

type Decision = { state: ManualState; remarks?: string; entryId?: number | null };

async function decide(
  tx: Tx,
  act: Act,
  { id, vendorId, state }: { id: number; vendorId: number; state: ManualState },
  decision: Decision,
): Promise<void> {
  const decidedAt = act.now.toISOString();
  await tx
    .update(manualEntries)
    .set({ ...decision, decidedBy: personIdOf(act), decidedAt })
    .where(and(eq(manualEntries.id, id), eq(manualEntries.state, 'proposed')));
  await record(tx, act, {
    action: `manual_entry.${decision.state}`,
    entity: 'manual_entry',
    entityId: id,
    vendorId,
    before: { state },
    after: { ...decision },
  });
}

type Entry = NonNullable<Awaited<ReturnType<typeof findManualEntry>>>;

/** Tells who proposed an entry how it was decided. */
async function tellProposer(
  tx: Tx,
  act: Act,
  entry: Entry,
  { state, remarks }: { state: 'approved' | 'rejected'; remarks: string | null },
): Promise<void> {
  if (entry.proposedBy === null) return;
  const contract = await findContract(tx, act.scope, entry.contractId);
  await queueMail(tx, act, await personRecipients(tx, [entry.proposedBy]), {
    template: LETTERS[entry.kind][state],
    params: {
      vendor: contract?.vendorName ?? '',
      contract: contract?.number ?? '',
      period: formatPeriod(entry.period),
      amount: formatMinor(entry.amountMinor, entry.currency),
      currency: entry.currency,
      person: act.actor.kind === 'person' ? act.actor.name : '',
      reason: remarks ?? '–',
      link: `/contracts/${entry.contractId}/entries/${entry.id}`,
    },
    vendorId: entry.vendorId,
  });
}

const LETTERS = {
  bonus: { approved: 'bonusApproved', rejected: 'bonusRejected' },
  penalty: { approved: 'penaltyApproved', rejected: 'penaltyRejected' },
} as const;
