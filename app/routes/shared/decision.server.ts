import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { decideProposal } from '~/fallback/decide-proposal.server';
import type { Decision } from '~/fallback/decision';
import { findProposal } from '~/fallback/proposal-queries.server';
import type { ProposedVendor } from '~/fallback/proposal';
import { decidingOf, proposalTitle } from '~/fallback/proposal-words';
import { explainCandidate } from '~/fallback/rank-fallback.server';
import { countryName } from '~/shared/country-codes';
import { formValues, type FormValues } from '~/shared/form-values';
import { findVendor } from '~/vendors/vendor-queries.server';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './refused-form.server';

/** What the page of one way to decide a proposal shows. */
export async function loadDecision(args: LoaderFunctionArgs, kind: Decision['kind']) {
  const { reader, scope, t, locale } = await requirePerson(args, 'fallback.decide');
  const proposalId = recordId(args.params['proposalId']);
  const { snapshot, ...proposal } = found(await findProposal(reader, scope, proposalId));
  const picked = Number(new URL(args.request.url).searchParams.get('vendor'));
  const deciding = decidingOf(proposalId, snapshot, picked);
  return {
    title: t(`fallback:decision.${kind}Title`),
    question: proposalTitle(snapshot, t, locale),
    deciding,
    brief: deciding.pickedBrief && {
      ...deciding.pickedBrief,
      ...{ asOf: snapshot.asOf, market: snapshot.market, terms: snapshot.terms },
      explained: inWords(
        await explainCandidate(reader, proposal, snapshot, deciding.pickedBrief.id),
        locale,
      ),
      isReached: (await findVendor(reader, scope, deciding.pickedBrief.id)) !== null,
    },
  };
}

/** The country by its name, as the page of the proposal has it. */
function inWords(explained: ProposedVendor | null, locale: string): ProposedVendor | null {
  if (explained === null) return null;
  const { country } = explained.vendor;
  const vendor = { ...explained.vendor, country: country && countryName(country, locale) };
  return { ...explained, vendor };
}

/** Decides a proposal as the form says and leads back to it. */
export async function takeDecision(
  args: ActionFunctionArgs,
  { decision, notice }: { decision: (values: FormValues) => Decision; notice: string },
) {
  const { store, reader, scope, act } = await requirePerson(args, 'fallback.decide');
  const proposalId = recordId(args.params['proposalId']);
  found(await findProposal(reader, scope, proposalId));
  const values = formValues(await args.request.formData());
  const outcome = await decideProposal(store, act, proposalId, decision(values));
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/proposals/${proposalId}`, { key: notice });
}
