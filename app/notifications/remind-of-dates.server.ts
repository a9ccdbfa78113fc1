import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { daysBetween } from '~/shared/calendar';
import { reminders } from '~db/schema/notifications';
import type { Store, Tx } from '~db/store.server';
import type { EachLanguage, MailTemplate } from './mail';
import {
  insidersOfVendors,
  queueMails,
  recipientsOfVendors,
  type Recipient,
} from './queue-mail.server';
import { reminderDue, type RemindedKind, type ReminderStep } from './reminder';

/** A record with a date to be reminded of, as its area knows it. */
export type DatedSubject = {
  id: number;
  date: string;
  /** The day that it is where the date counts. */
  today: string;
  /** What it is called in the letter. */
  name: string | EachLanguage;
  vendorId: number;
  vendorName: string;
  link: string;
  /** Where the vendor's own people are led: they see other pages than we do. */
  vendorLink?: string;
  /** Ours alone: the vendor is not written to. */
  isInternal?: boolean;
};

type DueSubject = DatedSubject & { step: ReminderStep };

const LETTERS: Record<RemindedKind, { template: MailTemplate; isForVendor: boolean }> = {
  contract_end: { template: 'contractEnds', isForVendor: false },
  contract_notice: { template: 'contractNotice', isForVendor: false },
  certificate: { template: 'certificateExpires', isForVendor: true },
  document: { template: 'documentExpires', isForVendor: true },
  due_diligence_check: { template: 'checkExpires', isForVendor: false },
};

const AT_ONCE = 200;

/** Writes the reminders that are due of these records' dates, each once. Returns how many records were written about. */
export async function remindOfDates(
  store: Store,
  act: Act,
  kind: RemindedKind,
  subjects: readonly DatedSubject[],
): Promise<number> {
  let count = 0;
  for (let first = 0; first < subjects.length; first += AT_ONCE) {
    const some = subjects.slice(first, first + AT_ONCE);
    count += await store.transact(async (tx) => {
      const due = await claim(tx, act, kind, await dueOf(tx, kind, some));
      await write(tx, act, kind, due);
      return due.length;
    });
  }
  return count;
}

async function dueOf(
  tx: Tx,
  kind: RemindedKind,
  subjects: readonly DatedSubject[],
): Promise<DueSubject[]> {
  const ids = subjects.map(({ id }) => id);
  const rows = await tx
    .select()
    .from(reminders)
    .where(and(eq(reminders.kind, kind), inArray(reminders.subjectId, ids)));
  const reminded = new Map(rows.map((row) => [row.subjectId, row]));
  return subjects.flatMap((subject) => {
    const step = reminderDue(subject.date, subject.today, reminded.get(subject.id) ?? null);
    return step === null ? [] : [{ ...subject, step }];
  });
}

/** Notes the reminders as written; those that another server noted meanwhile are left to it. */
async function claim(
  tx: Tx,
  act: Act,
  kind: RemindedKind,
  due: readonly DueSubject[],
): Promise<DueSubject[]> {
  if (due.length === 0) return [];
  const claimed = await tx
    .insert(reminders)
    .values(
      due.map(({ id, date, step }) => ({
        kind,
        subjectId: id,
        date,
        daysBefore: step,
        remindedAt: act.now.toISOString(),
      })),
    )
    .onConflictDoUpdate({
      target: [reminders.kind, reminders.subjectId],
      set: {
        date: sql`excluded.date`,
        daysBefore: sql`excluded.days_before`,
        remindedAt: sql`excluded.reminded_at`,
      },
      setWhere: sql`${reminders.date} <> excluded.date or ${reminders.daysBefore} > excluded.days_before`,
    })
    .returning({ id: reminders.subjectId });
  const ids = new Set(claimed.map(({ id }) => id));
  return due.filter(({ id }) => ids.has(id));
}

/** Letters to ours and, where they are to know, to the vendor's people: each record's in turn. */
async function write(tx: Tx, act: Act, kind: RemindedKind, due: readonly DueSubject[]) {
  const { template, isForVendor } = LETTERS[kind];
  const vendorIds = [...new Set(due.map(({ vendorId }) => vendorId))];
  const ours = await insidersOfVendors(tx, 'procurement', vendorIds);
  const theirs = await recipientsOfVendors(tx, isForVendor ? vendorIds : []);
  const post = due.flatMap(({ vendorId, vendorName, name, date, today, link, ...subject }) => {
    const params = { name, vendor: vendorName, date, days: Math.max(0, daysBetween(today, date)) };
    const letterTo = (recipients: readonly Recipient[] = [], to: string) => ({
      recipients,
      letter: { template, vendorId, params: { ...params, link: to } },
    });
    const toUs = letterTo(ours.get(vendorId), link);
    const toThem = letterTo(theirs.get(vendorId), subject.vendorLink ?? link);
    return subject.isInternal ? [toUs] : [toUs, toThem];
  });
  await queueMails(tx, act, post);
}
