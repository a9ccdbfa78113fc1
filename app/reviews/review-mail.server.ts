import { eq } from 'drizzle-orm';
import { personIdOf, speakerOf, type Act } from '~/auth/act';
import type { MailParams, MailTemplate } from '~/notifications/mail';
import {
  insiderRecipients,
  queueMail,
  vendorRecipients,
  type Recipient,
} from '~/notifications/queue-mail.server';
import { plainQuarter } from '~/packs/quarter';
import { people } from '~db/schema/auth';
import type { Tx } from '~db/store.server';
import type { FoundReview } from './find-review.server';

type Letter = { template: MailTemplate; params?: MailParams; onceKey?: string };

/** Writes to who leads a review on our side, or to the vendor's managers where nobody does. */
export async function mailLeader(tx: Tx, act: Act, found: FoundReview, letter: Letter) {
  await mail(tx, act, found, await leadersOf(tx, found), letter);
}

/** Writes to the vendor's people. */
export async function mailVendor(tx: Tx, act: Act, found: FoundReview, letter: Letter) {
  await mail(tx, act, found, await vendorRecipients(tx, found.review.vendorId), letter);
}

/** Writes to both sides, but not to who did it. */
export async function mailBothSides(tx: Tx, act: Act, found: FoundReview, letter: Letter) {
  const ours = await leadersOf(tx, found);
  const theirs = await vendorRecipients(tx, found.review.vendorId);
  const self = personIdOf(act);
  const others = [...ours, ...theirs].filter(({ personId }) => self === null || personId !== self);
  await mail(tx, act, found, others, letter);
}

async function leadersOf(tx: Tx, { review, owner }: FoundReview): Promise<Recipient[]> {
  if (!owner) return insiderRecipients(tx, 'manager', review.vendorId);
  return tx
    .select({ personId: people.id, address: people.email, locale: people.locale })
    .from(people)
    .where(eq(people.id, owner.id));
}

async function mail(
  tx: Tx,
  act: Act,
  { review, vendor }: FoundReview,
  recipients: readonly Recipient[],
  { template, params, onceKey }: Letter,
): Promise<void> {
  await queueMail(tx, act, recipients, {
    template,
    vendorId: review.vendorId,
    ...(onceKey !== undefined && { onceKey }),
    params: {
      vendor: vendor.name,
      quarter: plainQuarter(review.quarter),
      person: act.actor.kind === 'person' ? act.actor.name : '',
      speaker: speakerOf(act, vendor.name),
      ...params,
      link: `/reviews/${review.id}/record`,
    },
  });
}
