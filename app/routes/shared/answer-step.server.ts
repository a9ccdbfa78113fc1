import type { Outcome } from '~/shared/outcome';
import { redirectWithNotice } from '~/components/notice.server';
import type { Flash } from '~/components/Notice';

/** Leads back to the record and says what was done, or why not; what is out of reach is not there. */
export function answerStep(outcome: Outcome<unknown>, to: string, done: Flash) {
  if (outcome.ok) return redirectWithNotice(to, done);
  const { code, params = {} } = outcome.reason;
  if (code === 'not_found') throw new Response(null, { status: 404 });
  const given = Object.entries(params).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return redirectWithNotice(to, {
    key: `errors:${code}`,
    params: Object.fromEntries(given),
    refused: true,
  });
}
