import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortalContext } from '~/context';
import { everything } from '~/auth/act';
import { makeAccessToken } from '~/auth/make-access-token.server';
import { openSession, sessionCookie } from '~/auth/session.server';
import type { Store } from '~db/store.server';
import { fileWriters } from '../scripts/serve/file-writers';
import { testClock } from './cast';
import { afterFile } from './ending';

/** What a route answered, thrown or returned: `body` is its data or text, `location` where it sends the reader. */
export type Answer = {
  status: number;
  location: string | null;
  body: unknown;
  headers: Headers;
};

export type RouteArgs = {
  request: Request;
  params: Record<string, string | undefined>;
  context: PortalContext;
};

/** A route's module as far as it answers requests. */
export type RouteModule = {
  loader?: (args: RouteArgs) => unknown;
  action?: (args: RouteArgs) => unknown;
};

type Params = Record<string, string | number>;
export type Form = Record<string, string | number | Blob | readonly string[]> | FormData;

/** A browser without pictures, or a program: asks routes directly, with the person's session or access token. */
export type Visitor = {
  cookie: string | null;
  args: (path: string, params?: Params, init?: RequestInit) => RouteArgs;
  load: (route: RouteModule, path: string, params?: Params) => Promise<Answer>;
  send: (route: RouteModule, path: string, form: Form, params?: Params) => Promise<Answer>;
};

/** The context of a fresh store: the clock of the cast, on loopback, uploads in a folder that nobody else uses. */
export function contextFor(store: Store, change: Partial<PortalContext> = {}): PortalContext {
  const uploads = join(tmpdir(), `mainstay-uploads-${crypto.randomUUID()}`);
  afterFile(() => rmSync(uploads, { recursive: true, force: true }));
  return {
    store,
    clock: testClock,
    demo: false,
    uploads,
    nonce: 'nonce',
    address: '127.0.0.1',
    wakeWorker: () => undefined,
    left: new AbortController().signal,
    filesFor: () => fileWriters(uploads),
    noteFailure: () => undefined,
    ...change,
  };
}

/** A visit of somebody of the cast; null is a stranger. */
export async function visitAs(
  context: PortalContext,
  person: { id: number } | null,
): Promise<Visitor> {
  const cookie = person ? await signedInCookie(context, person.id) : null;
  return { cookie, ...visitorWith(context, cookie ? { Cookie: cookie } : {}) };
}

/** A program of somebody of the cast, with an access token of theirs. */
export async function programAs(
  context: PortalContext,
  person: { id: number },
  fields: { days?: string; readOnly?: 'on' } = {},
): Promise<Visitor> {
  const { store, clock, address } = context;
  const actor = {
    kind: 'person',
    personId: person.id,
    name: 'test',
    role: 'test',
    address,
  } as const;
  const act = { actor, now: clock.now(), scope: everything };
  const made = await makeAccessToken(store, act, { name: 'test', days: '30', ...fields });
  if (!made.ok) throw new Error(made.reason.code);
  const credentials = { Authorization: `Bearer ${made.value.token}` };
  return { cookie: null, ...visitorWith(context, credentials) };
}

function visitorWith(
  context: PortalContext,
  credentials: Record<string, string>,
): Omit<Visitor, 'cookie'> {
  const args: Visitor['args'] = (path, params = {}, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Host', 'localhost');
    for (const [name, value] of Object.entries(credentials)) headers.set(name, value);
    return {
      request: new Request(`http://localhost${path}`, { ...init, headers }),
      params: Object.fromEntries(Object.entries(params).map(([name, v]) => [name, String(v)])),
      context: { ...context }, // Each request has its own, as from the server.
    };
  };
  return {
    args,
    load: (route, path, params) => answerOf(() => route.loader?.(args(path, params))),
    send: (route, path, form, params) =>
      answerOf(() =>
        route.action?.(
          args(path, params, {
            method: 'POST',
            body: bodyOf(form),
            headers: { Origin: 'http://localhost' },
          }),
        ),
      ),
  };
}

async function signedInCookie({ store, address }: PortalContext, personId: number) {
  const token = await openSession(store, personId, { address, agent: 'test' });
  return (await sessionCookie(token, false)).split(';')[0] ?? '';
}

function bodyOf(form: Form): FormData | URLSearchParams {
  if (form instanceof FormData) return form;
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) {
    if (value instanceof Blob) body.append(name, value);
    else for (const text of [value].flat()) body.append(name, String(text));
  }
  const hasFile = Object.values(form).some((value) => value instanceof Blob);
  return hasFile
    ? body
    : new URLSearchParams([...body].map(([name, value]) => [name, text(value)]));
}

function text(value: FormDataEntryValue): string {
  return typeof value === 'string' ? value : value.name;
}

/** Runs a loader or an action and reads its answer, whatever form it has. */
export async function answerOf(run: () => unknown): Promise<Answer> {
  try {
    return await readAnswer(await run());
  } catch (thrown) {
    if (thrown instanceof Response || isDataWithInit(thrown)) return readAnswer(thrown);
    throw thrown;
  }
}

async function readAnswer(answer: unknown): Promise<Answer> {
  if (answer instanceof Response) {
    const { status, headers } = answer;
    return { status, location: headers.get('Location'), body: await answer.text(), headers };
  }
  if (isDataWithInit(answer)) {
    const headers = new Headers(answer.init?.headers);
    return { status: answer.init?.status ?? 200, location: null, body: answer.data, headers };
  }
  return { status: 200, location: null, body: answer, headers: new Headers() };
}

/** What Remix's `data()` makes. */
type DataWithInit = { type: 'DataWithResponseInit'; data: unknown; init: ResponseInit | null };

function isDataWithInit(value: unknown): value is DataWithInit {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'DataWithResponseInit'
  );
}
