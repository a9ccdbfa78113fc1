import { and, eq, isNull, or } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type { Role } from '~/auth/permission';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import type { Tx } from '~db/store.server';
import { writeMail, type MailParams, type MailTemplate } from './mail';

export type Recipient = { personId: number | null; address: string; locale: 'en' | 'zh-CN' };

type Letter = {
  template: MailTemplate;
  params: MailParams;
  vendorId?: number | null;
  /** The same key a second time sends nothing: what runs twice mails once. */
  onceKey?: string;
};

/** Puts a mail for each recipient, in their language, into the outbox, in the transaction of its cause. */
export async function queueMail(
  tx: Tx,
  act: Act,
  recipients: Recipient[],
  letter: Letter,
): Promise<void> {
  if (recipients.length === 0) return;
  const at = act.now.toISOString();
  await tx
    .insert(mails)
    .values(
      recipients.map((to) => ({
        ...writeMail(to.locale, letter.template, letter.params),
        onceKey: letter.onceKey ? `${letter.onceKey}:${to.address}` : null,
        toAddress: to.address,
        toPersonId: to.personId,
        locale: to.locale,
        template: letter.template,
        params: letter.params,
        vendorId: letter.vendorId ?? null,
        state: 'queued' as const,
        nextAttemptAt: at,
        createdAt: at,
      })),
    )
    .onConflictDoNothing();
}

/** The people of a vendor who sign in. */
export async function vendorRecipients(tx: Tx, vendorId: number): Promise<Recipient[]> {
  return recipientsWhere(tx, and(eq(people.vendorId, vendorId), eq(people.active, true)));
}

/** The insiders of a role. */
export async function roleRecipients(tx: Tx, role: Role): Promise<Recipient[]> {
  return recipientsWhere(
    tx,
    and(eq(people.role, role), eq(people.active, true), or(isNull(people.vendorId))),
  );
}

async function recipientsWhere(tx: Tx, condition: ReturnType<typeof and>): Promise<Recipient[]> {
  return tx
    .select({ personId: people.id, address: people.email, locale: people.locale })
    .from(people)
    .where(condition);
}
