import { data } from '@remix-run/node';
import type { FormValues } from '~/shared/form-values';
import { refused, type Refused } from '~/shared/outcome';
import { notFound } from '~/shared/record-id';

/**
 * The answer to a form that is refused: why, and what was typed, so that its page is drawn again with nothing lost. A
 * record that is not there, or not within reach, is answered as such.
 */
export function refusedForm(refusal: Refused, values: FormValues = {}) {
  return refusedFormWith(refusal, values, {});
}

/** The same for a page that shows `more` than its form; null where that says all there is to say. */
export function refusedFormWith<R extends Refused | null, More extends object>(
  refusal: R,
  values: FormValues,
  more: More,
) {
  if (refusal?.reason.code === 'not_found' && refusal.reason.field === undefined) throw notFound();
  return data({ refusal, values, ...more }, { status: 422 });
}

/** The answer to a form of the door from which too much was tried; `wait` seconds until it may be tried again. */
export function refusedAttempt(wait: number, values: FormValues = {}) {
  const refusal = refused('too_many_attempts', { minutes: Math.ceil(wait / 60) });
  return data({ refusal, values }, { status: 429 });
}
