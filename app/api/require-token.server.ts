import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { bearerToken } from '~/auth/access-token';
import { findBearer, noteUse, type Bearer } from '~/auth/access-token-queries.server';
import type { Act } from '~/auth/act';
import { takeAttempt, takeRequest } from '~/auth/attempt-limit.server';
import { can, isOutside, type Permission } from '~/auth/permission';
import { scopeOf } from '~/auth/require-person.server';
import { detectLanguage } from '~/locales/detect';
import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import { readSetting } from '~/settings/setting-queries.server';
import { refusal } from './refusal.server';

export type ApiArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** Everything that is needed to answer a program. */
export type ApiVisit = Awaited<ReturnType<typeof requireToken>>;

/**
 * The person for whom a program asks, by the access token in its header alone: cookies count for nothing here. Refused are
 * tokens that do not live (401), that may only read (403), and that ask too often (429).
 */
export async function requireToken({ request, context }: ApiArgs) {
  const token = bearerToken(request.headers.get('Authorization'));
  const bearer = token === null ? null : await findBearer(context.store.read, token);
  if (!bearer) throw await refuseStranger(request, token !== null, context.address);
  const locale = requestLanguage(request, bearer.locale);
  const t = translate(locale);
  const { requestsPerMinute } = await readSetting(context.store.read, 'api_limits');
  const wait = await takeRequest(bearer.tokenId, requestsPerMinute);
  if (wait !== null) throw tooMany(wait, locale);
  const isWriting = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWriting && bearer.readOnly) throw refusal(t, 403, 'token_read_only');
  await noteUse(context.store, bearer, context.address);
  const scope = scopeOf(bearer);
  const now = context.clock.now();
  return {
    person: bearer,
    scope,
    act: { actor: actorOf(bearer, context.address), now, scope } satisfies Act,
    now,
    locale,
    t,
    store: context.store,
    reader: context.store.read,
    require: (permission: Permission) => {
      if (can(bearer.role, 'api.use') && can(bearer.role, permission)) return;
      throw isOutside(bearer.role) ? refusal(t, 404, 'not_found') : refusal(t, 403, 'forbidden');
    },
  };
}

function actorOf({ id, name, role }: Bearer, address: string | null): Act['actor'] {
  return { kind: 'person', personId: id, name, role, address };
}

/** The language that the request asks for, else that of the person. */
export function requestLanguage(request: Request, otherwise: Language = 'en'): Language {
  const acceptLanguage = request.headers.get('Accept-Language');
  return acceptLanguage === null || acceptLanguage === '*'
    ? otherwise
    : detectLanguage({ acceptLanguage });
}

async function refuseStranger(request: Request, hasToken: boolean, address: string | null) {
  const wait = hasToken ? await takeAttempt('access_token', address) : null;
  if (wait !== null) return tooMany(wait, requestLanguage(request));
  const error = hasToken ? ', error="invalid_token"' : '';
  return refusal(
    translate(requestLanguage(request)),
    401,
    hasToken ? 'token_unknown' : 'token_missing',
    { headers: { 'WWW-Authenticate': `Bearer realm="Mainstay"${error}` } },
  );
}

function tooMany(wait: number, locale: Language): Response {
  return refusal(translate(locale), 429, 'too_many_requests', {
    params: { seconds: wait },
    headers: { 'Retry-After': String(wait) },
  });
}
