import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import {
  insidersOfVendors,
  personRecipients,
  queueMails,
  recipientsOfVendors,
  type Recipient,
} from '~/notifications/queue-mail.server';
import { daysBetween } from '~/shared/calendar';
import { inLetter } from '~/notifications/mail';
import { actions } from '~db/schema/actions';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import { isShownToVendors } from './action';
import { chaseDue, latestChased } from './chase';
import type { Action } from './find-action.server';

/** So many actions stand in a letter one by one; the rest are counted. */
const MOST_LISTED = 20;

type Owed = { action: Action; dueOn: string; vendor: string; day: number };

/**
 * Writes to who owes an action that is near its due day or past it: three days before, on the day after, and twice more
 * while it stays open. One letter for each of them, however many actions. Of the vendor's side the vendor's people are
 * written to, where the action is one that they see; where nobody of ours is named, the vendor's managers are.
 */
export async function chaseActions(store: Store, now: Date, asOf: string) {
  const act: Act = { actor: { kind: 'job', job: 'chase-actions' }, now, scope: everything };
  return store.transact(async (tx) => {
    const owed = (await openActions(tx, asOf)).flatMap(({ action, vendor }): Owed[] => {
      const { dueOn, chasedFor, chasedDay } = action;
      if (dueOn === null) return [];
      const chased =
        chasedFor === null || chasedDay === null ? null : { dueOn: chasedFor, day: chasedDay };
      const day = chaseDue(dueOn, asOf, chased);
      return day === null ? [] : [{ action, dueOn, vendor, day }];
    });
    await writeTo(tx, act, owed, asOf);
    await tx.updateMany(
      actions,
      { by: ['id'], set: ['chasedFor', 'chasedDay'] },
      owed.map(({ action: { id }, dueOn, day }) => ({ id, chasedFor: dueOn, chasedDay: day })),
    );
    return { actionsChased: owed.length };
  });
}

async function openActions(reader: Reader, asOf: string) {
  return reader
    .select({ action: actions, vendor: vendors.name })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .where(
      and(
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        lte(actions.dueOn, latestChased(asOf)),
      ),
    )
    .orderBy(asc(actions.dueOn), asc(actions.id));
}

async function writeTo(tx: Tx, act: Act, owed: readonly Owed[], asOf: string): Promise<void> {
  if (owed.length === 0) return;
  const vendorIds = [...new Set(owed.map(({ action }) => action.vendorId))];
  const theirs = await recipientsOfVendors(tx, vendorIds);
  const managers = await insidersOfVendors(tx, 'manager', vendorIds);
  const owners = await ownersOf(tx, owed);
  const letters = new Map<string, { to: Recipient; vendorId: number | null; owed: Owed[] }>();
  for (const each of owed) {
    const { vendorId, ownerId } = each.action;
    const isTheirs = isShownToVendors(each.action);
    const owner = owners.get(ownerId ?? 0);
    const recipients = isTheirs
      ? (theirs.get(vendorId) ?? [])
      : owner
        ? [owner]
        : (managers.get(vendorId) ?? []);
    for (const to of recipients) {
      const letter = letters.get(to.address) ?? {
        to,
        vendorId: isTheirs ? vendorId : null,
        owed: [],
      };
      letter.owed.push(each);
      letters.set(to.address, letter);
    }
  }
  await queueMails(
    tx,
    act,
    [...letters.values()].map(({ to, vendorId, owed: own }) => ({
      recipients: [to],
      letter: {
        template: 'actionsDue',
        vendorId,
        params: { count: own.length, list: listed(own, to, asOf), link: '/actions' },
      },
    })),
  );
}

async function ownersOf(tx: Tx, owed: readonly Owed[]): Promise<Map<number, Recipient>> {
  const ids = [...new Set(owed.flatMap(({ action }) => action.ownerId ?? []))];
  const owners = await personRecipients(tx, ids);
  return new Map(owners.map((owner) => [owner.personId ?? 0, owner]));
}

/** The actions of a letter, each on a line of its own, the one longest due first. */
function listed(owed: readonly Owed[], { locale }: Recipient, asOf: string): string {
  const t = translate(locale);
  const lines = owed.slice(0, MOST_LISTED).map(({ action: { title, step }, dueOn, vendor }) => {
    const what = title ?? t(`fallback:plan.step.${step ?? ''}` as 'fallback:plan.step.notice');
    const params = { due: inLetter(dueOn, locale), what, vendor };
    return dueOn < asOf
      ? t('actions:chase.late', { ...params, count: daysBetween(dueOn, asOf) })
      : t('actions:chase.due', params);
  });
  const rest = owed.length - lines.length;
  return [...lines, ...(rest > 0 ? [t('actions:chase.more', { count: rest })] : [])].join('\n');
}
