import type { ActionFunctionArgs } from '@remix-run/node';
import { requireCompany } from '~/onboarding/own-company.server';
import { isSection } from '~/onboarding/section';
import { declareNothing } from '~/onboarding/submit-company.server';
import { answerStep } from './shared/answer-step.server';
import { notFound } from '~/shared/record-id';

/** Says that there is nothing to enter in a section, or takes that back. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const { section } = args.params;
  if (!isSection(section)) throw notFound();
  const form = await args.request.formData();
  const outcome = await declareNothing(store, act, vendorId, section, form.get('nothing') === 'on');
  return answerStep(outcome, `/company/${section}`, { key: 'company:notice.saved' });
}
