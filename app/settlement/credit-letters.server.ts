import type { Act } from '~/auth/act';
import type { MailTemplate } from '~/notifications/mail';
import {
  insidersOfVendors,
  queueMails,
  recipientsOfVendors,
} from '~/notifications/queue-mail.server';
import { grouped } from '~/shared/grouped';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import type { Tx } from '~db/store.server';
import type { CreditAction } from './credit-line';
import type { MovedCredit } from './move-credits.server';

/** Which letter follows what, and who reads it: the side that has to do something next. */
const LETTERS: Partial<
  Record<CreditAction, { template: MailTemplate; to: 'vendor' | 'managers' }>
> = {
  claim: { template: 'creditsClaimed', to: 'vendor' },
  accept: { template: 'creditsAccepted', to: 'managers' },
  dispute: { template: 'creditsDisputed', to: 'managers' },
  uphold_dispute: { template: 'creditDisputeUpheld', to: 'vendor' },
  reject_dispute: { template: 'creditDisputeRejected', to: 'vendor' },
  waive: { template: 'creditsWaived', to: 'vendor' },
};

/** Tells the other side what was done to credits: one letter for each vendor, however many lines. */
export async function writeCreditLetters(
  tx: Tx,
  act: Act,
  action: CreditAction,
  moved: readonly MovedCredit[],
  text: string,
): Promise<void> {
  const letter = LETTERS[action];
  if (!letter) return;
  const byVendor = grouped(moved, ({ line }) => line.month.vendorId);
  const vendorIds = [...byVendor.keys()];
  const recipients =
    letter.to === 'vendor'
      ? await recipientsOfVendors(tx, vendorIds)
      : await insidersOfVendors(tx, 'manager', vendorIds);
  const post = [...byVendor].map(([vendorId, of]) => ({
    recipients: recipients.get(vendorId) ?? [],
    letter: {
      template: letter.template,
      params: {
        vendor: of[0]?.line.vendor ?? '',
        person: act.actor.kind === 'person' ? act.actor.name : '',
        count: of.length,
        lines: of.map(lineText).join('\n'),
        text,
        link: linkTo(of),
      },
      vendorId,
    },
  }));
  await queueMails(tx, act, post);
}

function lineText({ line, moves }: MovedCredit): string {
  const { currency, period } = line.month;
  const amount = moves.reduce((sum, move) => sum + move.amount, 0);
  return `- ${formatPeriod(period)}, ${line.contract}: ${formatMinor(amount, currency)} ${currency}`;
}

function linkTo(of: readonly MovedCredit[]): string {
  const [first] = of;
  if (!first || of.length > 1) return '/credits';
  const { contractId, period } = first.line.month;
  return `/contracts/${contractId}/credits/${formatPeriod(period)}`;
}
