import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type { Role } from '~/auth/permission';
import { offersOnPath } from '~/auth/scope.server';
import { portalAddress } from '~/settings/setting-queries.server';
import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import { mails } from '~db/schema/notifications';
import { alias } from '~db/columns';
import type { Tx } from '~db/store.server';
import { writeMail, type MailParams, type MailTemplate } from './mail';
import type { MailAttachment } from './mail-attachment';

export type Recipient = { personId: number | null; address: string; locale: 'en' | 'zh-CN' };

type Letter = {
  template: MailTemplate;
  params: MailParams;
  vendorId?: number | null;
  /** The same key a second time sends nothing: what runs twice mails once. */
  onceKey?: string;
  /** Files that go out with it, in the language of whom it is written to. */
  attachments?: (locale: Recipient['locale']) => MailAttachment[];
};

/** Puts a mail for each recipient, in their language, into the outbox, in the transaction of its cause. */
export async function queueMail(
  tx: Tx,
  act: Act,
  recipients: readonly Recipient[],
  letter: Letter,
): Promise<void> {
  await queueMails(tx, act, [{ recipients, letter }]);
}

/** The same for any number of letters, each with recipients of its own. */
export async function queueMails(
  tx: Tx,
  act: Act,
  post: readonly { recipients: readonly Recipient[]; letter: Letter }[],
): Promise<void> {
  const addressed = post.filter(({ recipients }) => recipients.length > 0);
  if (addressed.length === 0) return;
  const at = act.now.toISOString();
  const portal = addressed.some(({ letter }) => isWithinPortal(letter.params['link']))
    ? await portalAddress(tx)
    : '';
  const rows = addressed.flatMap(({ recipients, letter }) => {
    const params = withAddress(letter.params, portal);
    return recipients.map((to) => ({
      ...writeMail(to.locale, letter.template, params),
      onceKey: letter.onceKey ? `${letter.onceKey}:${to.address}` : null,
      toAddress: to.address,
      toPersonId: to.personId,
      locale: to.locale,
      template: letter.template,
      params,
      attachments: letter.attachments?.(to.locale) ?? null,
      vendorId: letter.vendorId ?? null,
      state: 'queued' as const,
      nextAttemptAt: at,
      createdAt: at,
    }));
  });
  await tx.insertMany(mails, rows, { keys: ['onceKey'] });
}

/** A link within the portal (`/breaches/1`) is mailed with the portal's address before it. */
function withAddress(params: MailParams, portal: string): MailParams {
  const { link } = params;
  return isWithinPortal(link) ? { ...params, link: `${portal}${link}` } : params;
}

function isWithinPortal(link: MailParams[string] | undefined): link is string {
  return typeof link === 'string' && link.startsWith('/');
}

const recipient = { personId: people.id, address: people.email, locale: people.locale };

/** The people of a vendor who sign in. */
export async function vendorRecipients(tx: Tx, vendorId: number): Promise<Recipient[]> {
  return (await recipientsOfVendors(tx, [vendorId])).get(vendorId) ?? [];
}

/** The same for several vendors, by vendor. */
export async function recipientsOfVendors(
  tx: Tx,
  vendorIds: readonly number[],
): Promise<Map<number, Recipient[]>> {
  const found = new Map<number, Recipient[]>(vendorIds.map((id) => [id, []]));
  if (vendorIds.length === 0) return found;
  const rows = await tx
    .select({ ...recipient, vendorId: people.vendorId })
    .from(people)
    .where(and(inArray(people.vendorId, [...vendorIds]), eq(people.active, true)));
  for (const { vendorId, ...to } of rows) found.get(vendorId ?? 0)?.push(to);
  return found;
}

/** These people, as far as they still sign in. */
export async function personRecipients(tx: Tx, personIds: readonly number[]): Promise<Recipient[]> {
  if (personIds.length === 0) return [];
  return tx
    .select(recipient)
    .from(people)
    .where(and(inArray(people.id, [...personIds]), eq(people.active, true)));
}

/** The insiders of a role whose reach takes in the vendor; without a vendor, all of them. */
export async function insiderRecipients(
  tx: Tx,
  role: Role,
  vendorId: number | null,
): Promise<Recipient[]> {
  if (vendorId !== null) return (await insidersOfVendors(tx, role, [vendorId])).get(vendorId) ?? [];
  return tx.select(recipient).from(people).where(ofRole(role));
}

/** The insiders of a role whose reach takes in each of these vendors, by vendor. */
export async function insidersOfVendors(
  tx: Tx,
  role: Role,
  vendorIds: readonly number[],
): Promise<Map<number, Recipient[]>> {
  const found = new Map<number, Recipient[]>(vendorIds.map((id) => [id, []]));
  if (vendorIds.length === 0) return found;
  const reach = alias(markets, 'reach');
  const rows = await tx
    .select({ ...recipient, vendorId: vendors.id })
    .from(people)
    .leftJoin(reach, eq(reach.id, people.reachMarketId))
    .innerJoin(vendors, inArray(vendors.id, [...vendorIds]))
    .where(
      and(ofRole(role), or(isNull(people.reachMarketId), offersOnPath(reach.path, vendors.id))),
    )
    .orderBy(asc(people.id));
  for (const { vendorId, ...to } of rows) found.get(vendorId)?.push(to);
  return found;
}

const ofRole = (role: Role) => and(eq(people.role, role), eq(people.active, true));
