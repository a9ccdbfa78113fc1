import { and, asc, eq, lte, or, sql } from 'drizzle-orm';
import { isAbandoned, type Runner } from '~/shared/runner.server';
import { untilWritten } from '~/shared/until-written.server';
import { mails } from '~db/schema/notifications';
import type { Reader, Store } from '~db/store.server';
import type { MailAttachment } from './mail-attachment';

export type Letter = {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  attachments: readonly MailAttachment[];
};
/** Hands a letter over; an error means that it was not taken: `Unreachable` that no other would be taken either. */
export type Postman = (letter: Letter) => Promise<void>;

/** The mail server does not answer, or lets nobody in. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

type Mail = typeof mails.$inferSelect;

type Delivery = {
  store: Store;
  /** Who delivers. */
  runner: Runner;
  now: Date;
  /** Null where there is nothing to deliver with, and mail is kept. */
  postman: Postman | null;
  /** Told when the runner has to end. */
  stop?: AbortSignal;
  /** Hears when the store does not take what became of a letter. */
  log?: (line: string) => void;
};

const MOST_ATTEMPTS = 12;
const FIRST_WAIT_MINUTES = 1;
const LONGEST_WAIT_MINUTES = 360;
const MOST_IN_A_RUN = 500;

/**
 * Delivers what is due, row by row: claimed in one transaction, sent outside of any, settled in another. A letter whose
 * sender died in between is sent once more under the same message id, by which the other side can know it again. Where
 * the mail server does not answer, the first letter finds out for all.
 */
export async function deliverOutbox(delivery: Delivery) {
  const { store, runner, now, postman } = delivery;
  if (!postman) return { kept: await keepAll(store) };
  await reclaimAbandoned(store, runner);
  const counts = { sent: 0, postponed: 0, failed: 0 };
  for (let count = 0; count < MOST_IN_A_RUN; count += 1) {
    const mail = await claimNext(store, runner, now);
    if (!mail) break;
    const { end, reached } = await deliver(now, postman, mail);
    await untilWritten(
      `what became of letter ${mail.id}`,
      () => settle(store, mail, end),
      delivery,
    );
    counts[COUNTED[end.state]] += 1;
    if (!reached) break;
  }
  return counts;
}

/** Whether a letter waits that could go now. */
export async function hasDueMail(reader: Reader, runner: Runner, now: Date): Promise<boolean> {
  const due = and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, now.toISOString()));
  const abandoned = and(eq(mails.state, 'sending'), isAbandoned(reader, mails.claimedBy, runner));
  const [mail] = await reader
    .select({ id: mails.id })
    .from(mails)
    .where(or(due, abandoned))
    .limit(1);
  return mail !== undefined;
}

async function keepAll(store: Store): Promise<number> {
  return store.transact(async (tx) => {
    const kept = await tx
      .update(mails)
      .set({ state: 'kept' })
      .where(eq(mails.state, 'queued'))
      .returning({ id: mails.id });
    return kept.length;
  });
}

async function reclaimAbandoned(store: Store, runner: Runner): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .update(mails)
      .set({ state: 'queued' })
      .where(and(eq(mails.state, 'sending'), isAbandoned(tx, mails.claimedBy, runner)));
  });
}

/** Takes the next due letter for this sender alone: a second one that wants it finds it taken. */
async function claimNext(store: Store, runner: Runner, now: Date): Promise<Mail | null> {
  return store.transact(async (tx) => {
    const [due] = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, now.toISOString())))
      .orderBy(asc(mails.nextAttemptAt))
      .limit(1);
    if (!due) return null;
    const [claimed] = await tx
      .update(mails)
      .set({ state: 'sending', claimedBy: runner, attempts: sql`${mails.attempts} + 1` })
      .where(and(eq(mails.id, due.id), eq(mails.state, 'queued')))
      .returning();
    return claimed ?? null;
  });
}

/** As what a letter counts that one attempt left so. */
const COUNTED = { sent: 'sent', queued: 'postponed', failed: 'failed' } as const;

type AttemptEnd = Partial<Mail> & { state: keyof typeof COUNTED };

async function deliver(
  now: Date,
  postman: Postman,
  mail: Mail,
): Promise<{ end: AttemptEnd; reached: boolean }> {
  try {
    await postman({
      messageId: `<${mail.id}@mainstay>`,
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.body,
      attachments: mail.attachments ?? [],
    });
  } catch (error) {
    const end: AttemptEnd = {
      state: mail.attempts >= MOST_ATTEMPTS ? 'failed' : 'queued',
      lastError: error instanceof Error ? error.message : String(error),
      nextAttemptAt: minutesFrom(now, waitMinutes(mail.attempts)),
    };
    return { end, reached: !(error instanceof Unreachable) };
  }
  return { end: { state: 'sent', sentAt: now.toISOString(), lastError: null }, reached: true };
}

async function settle(store: Store, mail: Mail, end: AttemptEnd): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .update(mails)
      .set(end)
      .where(
        and(
          eq(mails.id, mail.id),
          eq(mails.state, 'sending'),
          sql`${mails.claimedBy} = ${mail.claimedBy}`,
        ),
      );
  });
}

/** Minutes until the next attempt: doubling from one minute to six hours. */
export function waitMinutes(attempts: number): number {
  return Math.min(LONGEST_WAIT_MINUTES, FIRST_WAIT_MINUTES * 2 ** (attempts - 1));
}

function minutesFrom(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}
