import type { MailParams } from '../../app/notifications/mail';
import { sql } from 'drizzle-orm';
import type { MailAttachment } from '../../app/notifications/mail-attachment';
import {
  date,
  id,
  index,
  instant,
  integer,
  json,
  primaryKey,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';

/** The outbox: written with the change that causes the mail, delivered later, row by row. */
export const mails = table(
  'mails',
  {
    id: id(),
    /** Set where a mail must go out once only, whatever runs twice. */
    onceKey: text(),
    toAddress: text().notNull(),
    toPersonId: ref(),
    locale: text(['en', 'zh-CN']).notNull(),
    template: text().notNull(),
    params: json<MailParams>().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Files that go out with it, as text; null where there are none. */
    attachments: json<MailAttachment[]>(),
    vendorId: ref(),
    /** `kept`: nothing to deliver with, readable on the outbox page. */
    state: text(['queued', 'sending', 'sent', 'failed', 'kept']).notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull(),
    /** The runner that sends it. */
    claimedBy: ref(),
    sentAt: instant(),
    lastError: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('mails_once').on(t.onceKey),
    index('mails_due').on(t.state, t.nextAttemptAt),
    index('mails_created').on(t.createdAt),
    index('mails_person').on(t.toPersonId),
    index('mails_address').on(sql`lower(to_address)`),
    index('mails_with_text')
      .on(t.createdAt)
      .where(sql`body <> ''`),
  ],
);

/** How far a record's date has been reminded of; another date, and its reminders are due anew. */
export const reminders = table(
  'reminders',
  {
    kind: text([
      'contract_end',
      'contract_notice',
      'certificate',
      'document',
      'due_diligence_check',
    ]).notNull(),
    subjectId: ref().notNull(),
    date: date().notNull(),
    /** The last step written about, in days before the date. */
    daysBefore: integer().notNull(),
    remindedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subjectId] })],
);
