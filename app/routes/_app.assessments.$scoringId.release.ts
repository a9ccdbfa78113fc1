import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { releaseScoring } from '~/onboarding/conclude-scoring.server';
import { recordId } from '~/shared/record-id';

/** Shows the result of an assessment to the vendor, or says why it can't be. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'assessments.open');
  const scoringId = recordId(args.params['scoringId']);
  const outcome = await releaseScoring(store, act, scoringId);
  const page = `/assessments/${scoringId}`;
  if (outcome.ok) return redirectWithNotice(page, { key: 'assessments:notice.released' });
  const { code, params = {} } = outcome.reason;
  if (code === 'not_found') throw new Response(null, { status: 404 });
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value ?? '']),
  );
  return redirectWithNotice(page, { key: `errors:${code}`, params: said, refused: true });
}
