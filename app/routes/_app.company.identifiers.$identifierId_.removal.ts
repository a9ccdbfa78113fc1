import type { ActionFunctionArgs } from '@remix-run/node';
import { removeOwnIdentifier } from '~/onboarding/change-own-entry.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { found, recordId } from '~/shared/record-id';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import { answerStep } from './shared/answer-step.server';

/** Takes one of the vendor's own numbers out. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, vendorId } = await requireCompany(args);
  const id = recordId(args.params['identifierId']);
  found((await identifiersOfVendor(reader, scope, vendorId)).find((own) => own.id === id));
  const outcome = await removeOwnIdentifier(store, act, vendorId, id);
  return answerStep(outcome, '/company/identifiers', { key: 'company:notice.removed' });
}
