import { dayOf, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { findContract, type Contract } from '~/contracts/contract-queries.server';
import { recordDocument, takeDocument } from '~/documents/keep-document.server';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { readFields } from '~/shared/fields';
import { formatMinor } from '~/shared/money';
import { done, refused, type Outcome } from '~/shared/outcome';
import { formatPeriod } from '~/shared/period';
import { randomId } from '~db/columns';
import { manualEntries } from '~db/schema/settlement';
import type { Store, Tx } from '~db/store.server';
import { checkMonth, manualAmount } from './manual-entry';
import { manualEntryFields } from './manual-entry-fields';

export type ManualEntryForm = {
  contractId: number;
  input: unknown;
  /** What shows it, where that is a file. */
  file?: { name: string; bytes: Uint8Array };
};

/** Proposes a bonus or penalty of a contract's month; a second person decides, and until then nothing is posted. */
export async function proposeManualEntry(
  portal: { store: Store; uploads: string },
  act: Act,
  { contractId, input, file }: ManualEntryForm,
): Promise<Outcome<{ entryId: number }>> {
  const read = readFields(manualEntryFields, input);
  if (!read.ok) return read;
  const taken = file ? await takeDocument(portal, file, { kind: 'evidence' }) : null;
  if (taken && !taken.ok) return taken;
  return portal.store.transact(async (tx) => {
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    const { kind, period, reason, evidence, amount } = read.value;
    const minor = manualAmount(amount, contract.currency);
    if (!minor.ok) return minor;
    const month = checkMonth(contract, period, dayOf(act.now));
    if (!month.ok) return month;
    const { vendorId, currency } = contract;
    const entryId = randomId();
    const said = { kind, period, currency, amountMinor: minor.value, reason, evidence };
    await tx.insert(manualEntries).values({
      ...{ id: entryId, contractId, vendorId, ...said, state: 'proposed' },
      ...{ proposedBy: personIdOf(act), proposedAt: act.now.toISOString() },
    });
    const subject = { kind: 'manual_entry', id: entryId } as const;
    if (taken) await recordDocument(tx, act, { vendorId, subject, internal: true }, taken.value);
    await record(tx, act, {
      action: 'manual_entry.proposed',
      entity: 'manual_entry',
      entityId: entryId,
      vendorId,
      after: { ...said, period: formatPeriod(period), contract: contract.number },
    });
    await tellDeciders(tx, act, contract, { ...said, id: entryId });
    return done({ entryId });
  });
}

type Said = Pick<
  typeof manualEntries.$inferSelect,
  'id' | 'kind' | 'period' | 'currency' | 'amountMinor' | 'reason'
>;

async function tellDeciders(tx: Tx, act: Act, contract: Contract, entry: Said): Promise<void> {
  const deciders = [
    ...(await insiderRecipients(tx, 'procurement', contract.vendorId)),
    ...(await insiderRecipients(tx, 'manager', contract.vendorId)),
  ].filter(({ personId }) => personId !== personIdOf(act));
  await queueMail(tx, act, deciders, {
    template: entry.kind === 'bonus' ? 'bonusProposed' : 'penaltyProposed',
    params: {
      vendor: contract.vendorName,
      contract: contract.number,
      period: formatPeriod(entry.period),
      amount: formatMinor(entry.amountMinor, entry.currency),
      currency: entry.currency,
      person: act.actor.kind === 'person' ? act.actor.name : '',
      reason: entry.reason,
      link: `/contracts/${contract.id}/entries/${entry.id}`,
    },
    vendorId: contract.vendorId,
  });
}
