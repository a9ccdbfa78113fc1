import type { ActionFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { proposeFallback } from '~/fallback/propose-fallback.server';
import { found, notFound, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Ranks an open proposal on what is known today; one that was decided stays as it is. */
export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act, person } = await requirePerson(args, 'fallback.propose');
  const proposalId = recordId(args.params['proposalId']);
  const proposal = found(await findProposal(reader, scope, proposalId));
  if (proposal.state !== 'open') throw notFound();
  const { vendorId, serviceId, marketId } = proposal;
  const asOf = dayOf(act.now);
  const cause = { kind: 'on_demand' as const, personId: person.id, personName: person.name };
  const outcome = await proposeFallback(store, act, {
    scopes: [{ vendorId, serviceId, marketId }],
    causes: [{ ...cause, on: asOf }],
    asOf,
  });
  return answerStep(outcome, `/proposals/${proposalId}`, { key: 'fallback:notice.rankedAgain' });
}
