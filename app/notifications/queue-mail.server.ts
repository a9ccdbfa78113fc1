import { and, eq } from 'drizzle-orm';
import type { Act, Scope } from '~/auth/act';
import type { Role } from '~/auth/permission';
import { withinScope } from '~/auth/scope.server';
import { portalAddress } from '~/settings/setting-queries.server';
import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
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
  const params = await withAddress(tx, letter.params);
  await tx
    .insert(mails)
    .values(
      recipients.map((to) => ({
        ...writeMail(to.locale, letter.template, params),
        onceKey: letter.onceKey ? `${letter.onceKey}:${to.address}` : null,
        toAddress: to.address,
        toPersonId: to.personId,
        locale: to.locale,
        template: letter.template,
        params,
        vendorId: letter.vendorId ?? null,
        state: 'queued' as const,
        nextAttemptAt: at,
        createdAt: at,
      })),
    )
    .onConflictDoNothing();
}

/** A link within the portal (`/breaches/1`) is mailed with the portal's address before it. */
async function withAddress(tx: Tx, params: MailParams): Promise<MailParams> {
  const { link } = params;
  if (typeof link !== 'string' || !link.startsWith('/')) return params;
  return { ...params, link: `${await portalAddress(tx)}${link}` };
}

/** The people of a vendor who sign in. */
export async function vendorRecipients(tx: Tx, vendorId: number): Promise<Recipient[]> {
  return recipientsWhere(tx, and(eq(people.vendorId, vendorId), eq(people.active, true)));
}

/** The insiders of a role whose reach takes in the vendor; without a vendor, all of them. */
export async function insiderRecipients(
  tx: Tx,
  role: Role,
  vendorId: number | null,
): Promise<Recipient[]> {
  const rows = await tx
    .select({
      personId: people.id,
      address: people.email,
      locale: people.locale,
      marketId: people.reachMarketId,
      path: markets.path,
    })
    .from(people)
    .leftJoin(markets, eq(markets.id, people.reachMarketId))
    .where(and(eq(people.role, role), eq(people.active, true)));
  if (vendorId === null || rows.every(({ marketId }) => marketId === null)) return rows;
  const reached = await Promise.all(rows.map((row) => isWithinReach(tx, row, vendorId)));
  return rows.filter((_, index) => reached[index]);
}

/** Insiders of a role are few: one look for each that has a limited reach. */
async function isWithinReach(
  tx: Tx,
  { marketId, path }: { marketId: number | null; path: string | null },
  vendorId: number,
): Promise<boolean> {
  if (marketId === null || path === null) return true;
  const scope: Scope = { kind: 'reach', marketId, path };
  const [vendor] = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), withinScope(scope, vendors.id)));
  return vendor !== undefined;
}

async function recipientsWhere(tx: Tx, condition: ReturnType<typeof and>): Promise<Recipient[]> {
  return tx
    .select({ personId: people.id, address: people.email, locale: people.locale })
    .from(people)
    .where(condition);
}
