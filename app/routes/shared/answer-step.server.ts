import type { Outcome } from '~/shared/outcome';
import { redirectWithNotice } from '~/components/notice.server';
import type { Flash } from '~/components/Notice';
import { notFound } from '~/shared/record-id';

/**
 * Leads back to the record and says what was done, or why not; what is out of reach is not there. `done` may depend on what
 * the step came to.
 */
export function answerStep<T>(
  outcome: Outcome<T>,
  to: string,
  done: Flash | ((value: T) => Flash),
) {
  if (outcome.ok)
    return redirectWithNotice(to, typeof done === 'function' ? done(outcome.value) : done);
  const { code, params = {} } = outcome.reason;
  if (code === 'not_found') throw notFound();
  const given = Object.entries(params).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return redirectWithNotice(to, {
    key: `errors:${code}`,
    params: Object.fromEntries(given),
    refused: true,
  });
}
