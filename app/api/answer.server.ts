import { translate } from '~/locales/i18n.server';
import { PROBLEM_TYPE } from '~/shared/problem';
import { refusal } from './refusal.server';
import { requestLanguage, requireToken, type ApiArgs, type ApiVisit } from './require-token.server';

export type ApiHandler = (visit: ApiVisit, args: ApiArgs) => Promise<Response>;

/** What an address of the interface does, by method. */
export type ApiMethods = { GET?: ApiHandler; POST?: ApiHandler };

/**
 * Answers a program: whatever is refused, by whom ever, is a problem document. Methods that the address does not have are
 * refused before anybody is asked who they are.
 */
export async function answerApi(args: ApiArgs, methods: ApiMethods): Promise<Response> {
  const { request } = args;
  const t = translate(requestLanguage(request));
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const handle = method === 'GET' || method === 'POST' ? methods[method] : undefined;
  if (!handle) return refuseMethod(request, Object.keys(methods));
  if (!takesJson(request.headers.get('Accept'))) return refusal(t, 406, 'not_acceptable');
  try {
    const visit = await requireToken(args);
    return await handle(visit, args);
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    if (thrown.headers.get('Content-Type') === PROBLEM_TYPE) return thrown;
    return refusal(t, 404, 'not_found');
  }
}

/** Refuses a method that an address does not have. */
export function refuseMethod(request: Request, methods: readonly string[]): Response {
  // eslint-disable-next-line no-restricted-syntax -- a header is the same in every language.
  const Allow = methods.join(', ').replace('GET', 'GET, HEAD');
  return refusal(translate(requestLanguage(request)), 405, 'method_not_allowed', {
    params: { methods: Allow },
    headers: { Allow },
  });
}

/** An answer in JSON, for the one who asked alone. */
export function jsonAnswer(
  body: unknown,
  init: { status?: number; headers?: HeadersInit; type?: string } = {},
): Response {
  const headers = new Headers(init.headers);
  headers.set('Content-Type', init.type ?? 'application/json; charset=utf-8');
  headers.set('Cache-Control', 'private, no-store');
  return new Response(JSON.stringify(body), { status: init.status ?? 200, headers });
}

/** Whether what a program accepts has JSON in it; most say nothing, or anything. */
function takesJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  return accept.split(',').some((part) => {
    const [type = '', ...params] = part.trim().toLowerCase().split(';');
    const isRefused = params.some((param) => /^\s*q=0(\.0*)?\s*$/.test(param));
    return !isRefused && /^(\*\/\*|application\/(\*|json|problem\+json))$/.test(type.trim());
  });
}
