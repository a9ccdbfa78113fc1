import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { recordId } from '~/shared/record-id';
import { removeCertificate } from '~/vendors/keep-certificate.server';
import { answerStep } from './shared/answer-step.server';

/** Takes a certificate out of the register. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await removeCertificate(
    store,
    act,
    vendorId,
    recordId(args.params['certificateId']),
  );
  return answerStep(outcome, `/vendors/${vendorId}`, { key: 'vendors:notice.certificateRemoved' });
}
