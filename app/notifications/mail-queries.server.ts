import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { countListed } from '~/shared/count-listed.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { mails } from '~db/schema/notifications';
import type { Reader } from '~db/store.server';
import { mailStates } from './mail-state';

type Sort = 'written';
type Filter = 'state';
export type MailListQuery = ListQuery<Sort, Filter>;

export const mailListSpec: ListSpec<Sort, Filter> = {
  sorts: ['written'],
  defaultSort: '-written',
  filters: { state: mailStates },
};

/** The letters asked for, without their text, and how many there are. */
export async function listMails(
  reader: Reader,
  scope: Scope,
  query: MailListQuery,
  window = pageWindow(query),
) {
  const states = mailStates.filter((state) => query.filters.state.includes(state));
  const condition = and(
    mailsWithin(scope),
    states.length > 0 ? inArray(mails.state, states) : undefined,
    holdsText(query.search, mails.toAddress, mails.subject),
  );
  const by = query.dir === 'asc' ? asc : desc;
  const rows = await reader
    .select({
      id: mails.id,
      toAddress: mails.toAddress,
      subject: mails.subject,
      state: mails.state,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .where(condition)
    .orderBy(by(mails.createdAt), by(mails.id))
    .limit(window.limit)
    .offset(window.offset);
  return { rows, total: await countListed(reader, mails, condition) };
}

/** One letter with its text, or null. */
export async function findMail(reader: Reader, scope: Scope, mailId: number) {
  const [mail] = await reader
    .select()
    .from(mails)
    .where(and(eq(mails.id, mailId), mailsWithin(scope)));
  return mail ?? null;
}

/** Letters about vendors within the scope, and for insiders those about none. */
function mailsWithin(scope: Scope) {
  const within = withinScope(scope, mails.vendorId);
  return scope.kind === 'reach' ? or(isNull(mails.vendorId), within) : within;
}
