import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { reviseScorecard } from '~/onboarding/keep-scorecard.server';
import { findScorecardVersion } from '~/onboarding/scorecard-queries.server';
import { found, notFound, recordId } from '~/shared/record-id';

/** The next version of a template as a draft: a copy of the latest. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader } = await requirePerson(args, 'scorecards.write');
  const version = found(await findScorecardVersion(reader, recordId(args.params['versionId'])));
  const outcome = await reviseScorecard(store, act, version.scorecardId);
  if (!outcome.ok) throw notFound();
  return redirect(`/scorecards/${outcome.value}`);
}
