import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { detectLanguage } from '~/locales/detect';
import { translate } from '~/locales/i18n.server';
import type { Store } from '~db/store.server';
import type { Act, Scope } from './act';
import { can, isOutside, permissionsOf, type Permission, type Role } from './permission';
import { findSignedIn, noteVisit, sessionToken } from './session.server';
import { forbidden, notFound } from '~/shared/record-id';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export type Person = {
  id: number;
  email: string;
  name: string;
  role: Role;
  vendorId: number | null;
  locale: 'en' | 'zh-CN';
  timeZone: string;
};

/** Everything that a route needs to answer the person who asks. */
export type Visit = Awaited<ReturnType<typeof requirePerson>>;

/**
 * The person behind the request, or an answer thrown: to sign in, 403 to an insider without the permission, 404 to
 * an outsider without it, who must not learn what there is.
 */
export async function requirePerson({ request, context }: Args, permission?: Permission) {
  const person = await signedIn({ request, context });
  if (!person) throw redirect(signInPath(request));
  if (permission && !can(person.role, permission))
    throw isOutside(person.role) ? notFound() : forbidden();
  const scope = scopeOf(person);
  const now = context.clock.now();
  const act: Act = {
    actor: {
      kind: 'person',
      personId: person.id,
      name: person.name,
      role: person.role,
      address: context.address,
    },
    now,
    scope,
  };
  return {
    person: visible(person),
    scope,
    act,
    now,
    store: context.store,
    reader: context.store.read,
    locale: person.locale,
    t: translate(person.locale),
    can: (wanted: Permission) => can(person.role, wanted),
    permissions: permissionsOf(person.role),
  };
}

type Found = ReturnType<typeof findSignedIn>;

/** Who reads a page: its routes ask for their data side by side, and one question answers them all. */
const readers = new WeakMap<Args['context'], { token: string; person: Found }>();

/** The signed-in person of a request, or null. An action asks for itself: it may change what its page then reads. */
export async function signedIn({ request, context }: Pick<Args, 'request' | 'context'>): Found {
  const token = await sessionToken(request);
  if (token === null) return null;
  if (request.method !== 'GET') return visitorBehind(context.store, token);
  const known = readers.get(context);
  if (known?.token === token) return known.person;
  const person = visitorBehind(context.store, token);
  readers.set(context, { token, person });
  return person;
}

async function visitorBehind(store: Store, token: string): Found {
  const person = await findSignedIn(store.read, token);
  if (person) await noteVisit(store, token, person.lastSeenAt);
  return person;
}

/** The reader's language where nobody need be signed in. */
export function visitorLanguage(request: Request) {
  return detectLanguage({
    cookie: request.headers.get('Cookie'),
    acceptLanguage: request.headers.get('Accept-Language'),
  });
}

type SignedIn = NonNullable<Awaited<ReturnType<typeof findSignedIn>>>;

function visible(person: SignedIn): Person {
  const { id, email, name, role, vendorId, locale, timeZone } = person;
  return { id, email, name, role, vendorId, locale, timeZone };
}

type Reaching = Pick<SignedIn, 'id' | 'role' | 'vendorId' | 'reachMarketId' | 'reachPath'>;

/** How far a person reaches: a vendor's own rows, a part of the market tree, or everything. */
export function scopeOf(person: Reaching): Scope {
  if (person.role === 'vendor') return { kind: 'vendor', vendorId: person.vendorId ?? 0 };
  if (person.role === 'reviewer') return { kind: 'grants', personId: person.id };
  if (person.reachMarketId !== null && person.reachPath !== null) {
    return { kind: 'reach', marketId: person.reachMarketId, path: person.reachPath };
  }
  return { kind: 'everything' };
}

function signInPath(request: Request): string {
  const url = new URL(request.url);
  const to = request.method === 'GET' ? `${url.pathname}${url.search}` : '/';
  return `/sign-in?${new URLSearchParams({ to }).toString()}`;
}
