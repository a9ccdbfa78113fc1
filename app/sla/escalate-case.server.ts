import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import {
  insiderRecipients,
  vendorRecipients,
  type Recipient,
} from '~/notifications/queue-mail.server';
import { caseEvents } from '~db/schema/cases';
import { contacts } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { type EscalationStep, stepsDue } from './escalation';
import { loadCase, type LoadedCase } from './load-case.server';
import { tellCase, writeCaseLetter } from './move-case.server';

/** Takes the steps of the ladder that have fallen due for a case, each once: recorded, and written to both sides. */
export async function escalateCase(
  store: Store,
  act: Act,
  { caseId, asOf }: { caseId: number; asOf: string },
): Promise<number> {
  return store.transact(async (tx) => {
    const open = await loadCase(tx, act, caseId, asOf);
    if (!open) return 0;
    const steps = stepsDue(open.row, await stepsTaken(tx, caseId), asOf);
    for (const step of steps) await takeStep(tx, act, open, step);
    return steps.length;
  });
}

/** The steps that a case's history holds. */
async function stepsTaken(tx: Tx, caseId: number) {
  const events = await tx
    .select({ details: caseEvents.details })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.kind, 'escalated')));
  return events.map(({ details }) => stepOfDetails(details));
}

/** The step that an `escalated` event recorded. */
export function stepOfDetails(
  details: Record<string, unknown> | null,
): Pick<EscalationStep, 'level' | 'since'> {
  return {
    level: Number(details?.['level']) as EscalationStep['level'],
    since: String(details?.['since']),
  };
}

async function takeStep(
  tx: Tx,
  act: Act,
  open: LoadedCase,
  { level, since, dueOn }: EscalationStep,
): Promise<void> {
  const details = { asOf: dueOn, level, since };
  await tellCase(tx, act, open, { kind: 'escalated', details });
  await record(tx, act, {
    action: 'case.escalated',
    entity: 'case',
    entityId: open.row.id,
    vendorId: open.row.vendorId,
    after: details,
  });
  await writeCaseLetter(tx, act, open, await recipientsOf(tx, open, level), {
    template: 'caseEscalated',
    params: { level, due: open.row.dueOn },
    onceKey: `escalation:${open.row.id}:${since}:${level}`,
  });
}

/**
 * Those who sign in for the vendor, our managers, and the contacts of both sides: account managers at first, then the
 * escalation contacts up to the level, at the last level the sponsors too. Nobody twice.
 */
async function recipientsOf(tx: Tx, open: LoadedCase, level: number): Promise<Recipient[]> {
  const { vendorId } = open.row;
  const outsiders = await vendorRecipients(tx, vendorId);
  const people = [...outsiders, ...(await insiderRecipients(tx, 'manager', vendorId))];
  const levels = [1, 2, 3].filter((each) => each <= level);
  const roles = ['account_manager' as const, ...(level === 3 ? ['sponsor' as const] : [])];
  const rows = await tx
    .select({ address: contacts.email, side: contacts.side })
    .from(contacts)
    .where(
      and(
        eq(contacts.vendorId, vendorId),
        isNotNull(contacts.email),
        or(
          inArray(contacts.role, roles),
          and(eq(contacts.role, 'escalation'), inArray(contacts.level, levels)),
        ),
      ),
    )
    .orderBy(asc(contacts.side), asc(contacts.name));
  const vendorLocale = outsiders[0]?.locale ?? 'en';
  const named: Recipient[] = rows.map(({ address, side }) => ({
    personId: null,
    address: address ?? '',
    locale: side === 'vendor' ? vendorLocale : 'en',
  }));
  const byAddress = new Map<string, Recipient>();
  for (const recipient of [...people, ...named]) {
    const key = recipient.address.toLowerCase();
    if (!byAddress.has(key)) byAddress.set(key, recipient);
  }
  return [...byAddress.values()];
}
