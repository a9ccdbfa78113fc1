import type { TFunction } from 'i18next';
import { PROBLEM_TYPE, problemOf, type Problem } from '~/shared/problem';
import type { Words } from '~/locales/en';

/** Why a program was refused; each has its words under `api:problem`. */
export type RefusalCode = keyof Words['api']['problem'];

type More = {
  params?: Record<string, string | number>;
  errors?: Problem['errors'];
  headers?: Record<string, string>;
};

/** A refusal as a program reads it, its reason in the words of whoever looks into it; thrown from wherever it is found. */
export function refusal(
  t: TFunction,
  status: number,
  code: RefusalCode,
  more: More = {},
): Response {
  const problem = refusalBody(t, status, code, more);
  return new Response(JSON.stringify(problem), {
    status,
    statusText: problem.title,
    headers: { 'Content-Type': PROBLEM_TYPE, 'Cache-Control': 'no-store', ...more.headers },
  });
}

/** The document of a refusal, with its reason in words. */
export function refusalBody(
  t: TFunction,
  status: number,
  code: RefusalCode,
  { params = {}, errors }: More = {},
): Problem {
  const detail = t(`api:problem.${code}` as 'api:problem.not_found', params);
  return problemOf(status, { code, detail, ...(errors && { errors }) });
}
