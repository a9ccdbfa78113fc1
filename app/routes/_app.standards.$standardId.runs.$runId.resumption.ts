import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findRun, findStandard } from '~/contracts/standard-queries.server';
import { resumeRun } from '~/jobs/standard-work.server';
import { found, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Begins a run again that broke off. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader } = await requirePerson(args, 'contracts.write');
  const standardId = recordId(args.params['standardId']);
  const runId = recordId(args.params['runId']);
  found(await findStandard(reader, standardId));
  found(await findRun(reader, standardId, runId));
  const portal = { store, wakeWorker: args.context.wakeWorker };
  const outcome = await resumeRun(portal, act, { standardId, runId });
  return answerStep(outcome, `/standards/${standardId}/runs/${runId}`, {
    key: 'standards:notice.runResumed',
  });
}
