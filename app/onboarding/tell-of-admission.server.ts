import type { Act } from '~/auth/act';
import type { MailTemplate } from '~/notifications/mail';
import { insiderRecipients, queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import type { Tx } from '~db/store.server';
import type { AdmissionDecision } from './admission';

const LETTERS: Record<AdmissionDecision, MailTemplate> = {
  approve: 'admissionApproved',
  conditional: 'admissionConditional',
  reject: 'admissionRejected',
};

type Decided = {
  decision: AdmissionDecision;
  conditions: readonly { title: string; dueOn: string }[];
};

/** Writes to the vendor what was decided, with the conditions; the reason is ours. Procurement hears that it is decided. */
export async function tellOfAdmission(
  tx: Tx,
  act: Act,
  { id: vendorId, name: vendor }: { id: number; name: string },
  { decision, conditions }: Decided,
): Promise<void> {
  await queueMail(tx, act, await vendorRecipients(tx, vendorId), {
    template: LETTERS[decision],
    params: {
      vendor,
      conditions: conditions.map(({ title, dueOn }) => `- ${title} (${dueOn})`).join('\n'),
      link: decision === 'conditional' ? '/actions' : '/company',
    },
    vendorId,
  });
  await queueMail(tx, act, await insiderRecipients(tx, 'procurement', vendorId), {
    template: 'admissionDecided',
    params: { vendor, link: `/vendors/${vendorId}` },
    vendorId,
  });
}
