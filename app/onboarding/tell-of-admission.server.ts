import { isShownToVendors } from '~/actions/action';
import type { Act } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import type { MailTemplate } from '~/notifications/mail';
import {
  insiderRecipients,
  queueMail,
  queueMails,
  vendorRecipients,
  type Recipient,
} from '~/notifications/queue-mail.server';
import { formatDate } from '~/shared/format';
import type { Tx } from '~db/store.server';
import type { AdmissionDecision } from './admission';

const LETTERS: Record<AdmissionDecision, MailTemplate> = {
  approve: 'admissionApproved',
  conditional: 'admissionConditional',
  reject: 'admissionRejected',
};

type Condition = { title: string; dueOn: string; side: 'ours' | 'vendor' };
type Decided = { decision: AdmissionDecision; conditions: readonly Condition[] };

/**
 * Writes to the vendor what was decided, with the conditions that are its own to meet; those of ours, and the reason, it
 * does not learn. Procurement hears that it is decided.
 */
export async function tellOfAdmission(
  tx: Tx,
  act: Act,
  { id: vendorId, name: vendor }: { id: number; name: string },
  { decision, conditions }: Decided,
): Promise<void> {
  const theirs = conditions.filter(({ side }) => isShownToVendors({ side, origin: 'assessment' }));
  const isNothingTheirs = decision === 'conditional' && theirs.length === 0;
  await queueMails(
    tx,
    act,
    (await vendorRecipients(tx, vendorId)).map((to) => ({
      recipients: [to],
      letter: {
        template: isNothingTheirs ? 'admissionConditionalOurs' : LETTERS[decision],
        params: {
          vendor,
          conditions: listed(theirs, to),
          link: theirs.length > 0 ? '/actions' : '/company',
        },
        vendorId,
      },
    })),
  );
  await queueMail(tx, act, await insiderRecipients(tx, 'procurement', vendorId), {
    template: 'admissionDecided',
    params: { vendor, link: `/vendors/${vendorId}` },
    vendorId,
  });
}

/** The conditions of a letter, each on a line of its own. */
function listed(conditions: readonly Condition[], { locale }: Recipient): string {
  const t = translate(locale);
  return conditions
    .map(({ title, dueOn }) =>
      t('actions:conditionLine', { what: title, due: formatDate(dueOn, locale) }),
    )
    .join('\n');
}
