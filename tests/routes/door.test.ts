import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortalContext } from '~/context';
import { findSignedIn } from '~/auth/session.server';
import * as account from '~/routes/_app.account._index';
import * as ownPassword from '~/routes/_app.account.password';
import * as frame from '~/routes/_app';
import * as people from '~/routes/_app.people._index';
import * as reset from '~/routes/password-reset';
import * as newPassword from '~/routes/password-reset_.new';
import * as signIn from '~/routes/sign-in';
import * as signOut from '~/routes/sign-out';
import * as welcome from '~/routes/welcome';
import { people as peopleTable, sessions, settings } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { castInto, castPassword, type Cast } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, visitAs, type Answer } from '../visit';

let context: PortalContext;
let cast: Cast;
let door = 1;
beforeEach(async () => {
  door += 1; // Every test comes from an address of its own: attempts are counted by address.
  context = contextFor(await freshStore(), { address: `198.51.100.${door}` });
  cast = await castInto(context.store);
});

const mona = { email: 'mona@example.com', password: castPassword };
const tokenOf = ({ headers }: Answer) =>
  /mainstay=([^;]+)/.exec(headers.get('Set-Cookie') ?? '')?.[1] ?? '';
const cookieOf = (answer: Answer) => `mainstay=${tokenOf(answer)}`;

async function knock(form: Record<string, string>, more: Partial<PortalContext> = {}) {
  const stranger = await visitAs({ ...context, ...more }, null);
  return stranger.send(signIn, '/sign-in', form);
}

async function at(cookie: string, path = '/') {
  const { args } = await visitAs(context, null);
  return answerOf(() => frame.loader(args(path, {}, { headers: { Cookie: cookie } })));
}

describe('the door', () => {
  it('leads in, to where one wanted to go, with a cookie that scripts cannot read', async () => {
    const answer = await knock({ ...mona, to: '/breaches?severity=critical' });
    expect(answer).toMatchObject({ status: 302, location: '/breaches?severity=critical' });
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    expect(await at(cookieOf(answer))).toMatchObject({ status: 200 });
  });

  it('sends a secure cookie over https', async () => {
    const { args } = await visitAs(context, null);
    const { request, ...rest } = args('/sign-in');
    const headers = new Headers({ Host: 'localhost', Origin: 'https://localhost' });
    const body = new URLSearchParams(mona);
    const secure = new Request(request.url.replace('http:', 'https:'), {
      method: 'POST',
      body,
      headers,
    });
    const answer = await answerOf(() => signIn.action({ ...rest, request: secure }));
    expect(answer.headers.get('Set-Cookie')).toMatch(/Secure/);
  });

  it('leads to no other site', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
    ])
      expect((await knock({ ...mona, to })).location).toBe('/');
  });

  it('makes a session of its own, whatever cookie a browser brings, and ends the one of before', async () => {
    const first = await knock(mona);
    const { args } = await visitAs(context, null);
    const again = await answerOf(() =>
      signIn.action(
        args(
          '/sign-in',
          {},
          {
            method: 'POST',
            body: new URLSearchParams(mona),
            headers: { Cookie: cookieOf(first) },
          },
        ),
      ),
    );
    expect(tokenOf(again)).not.toBe(tokenOf(first));
    expect((await at(cookieOf(first))).status).toBe(302);
    expect((await at('mainstay=chosen-by-an-attacker')).status).toBe(302);
  });

  it('says the same of an unknown address and a wrong password, and keeps what was typed but the password', async () => {
    const wrong = await knock({ ...mona, password: 'not her password' });
    const unknown = await knock({ email: 'nobody@example.com', password: 'not a password' });
    expect(wrong.status).toBe(422);
    expect(unknown.status).toBe(422);
    expect(wrong.body).toMatchObject({ refusal: { reason: { code: 'sign_in_failed' } } });
    const without = (body: unknown) => JSON.stringify(body).replace(/"email":"[^"]*"/, '');
    expect(without(wrong.body)).toBe(without(unknown.body));
    expect(JSON.stringify(wrong.body)).not.toContain('not her password');
  });

  it('lets an address that guesses wait, others not', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 34 }, (_, n) =>
        knock({ email: `guess${n}@example.com`, password: 'x' }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 429)).toHaveLength(4);
    expect((await knock(mona)).status).toBe(429);
    expect((await knock(mona, { address: '203.0.113.200' })).status).toBe(302);
  });

  it('ends the session on the way out', async () => {
    const visitor = await visitAs(context, cast.person.mona);
    const answer = await visitor.send(signOut, '/sign-out', {});
    expect(answer.location).toBe('/sign-in');
    expect(await context.store.read.$count(sessions)).toBe(0);
  });
});

describe('the demo', () => {
  beforeEach(async () => {
    await context.store.transact(async (tx) => {
      const value = { now: '2024-01-12T08:00:00.000Z', accounts: [mona] };
      await tx.insert(settings).values({ name: 'demo', value, changedAt: value.now });
    });
  });
  const accountsSeen = async (more: Partial<PortalContext>) => {
    const stranger = await visitAs({ ...context, ...more }, null);
    return JSON.stringify((await stranger.load(signIn, '/sign-in')).body).includes(castPassword);
  };

  it('shows its sign-ins at the machine itself alone', async () => {
    expect(await accountsSeen({ demo: true, address: '::1' })).toBe(true);
    expect(await accountsSeen({ demo: true })).toBe(false);
    expect(await accountsSeen({ demo: true, address: null })).toBe(false);
    expect(await accountsSeen({ demo: false, address: '::1' })).toBe(false);
  });

  it('shows nothing to a foreign name that leads here', async () => {
    const { args } = await visitAs({ ...context, demo: true, address: '127.0.0.1' }, null);
    const { request, ...rest } = args('/sign-in');
    const rebound = new Request(request.url.replace('localhost', 'localhost.evil.example'));
    const answer = await answerOf(() => signIn.loader({ ...rest, request: rebound }));
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain(castPassword);
  });

  it('takes its passwords at the machine itself alone, others everywhere', async () => {
    expect((await knock(mona, { demo: true, address: '::ffff:127.0.0.1' })).status).toBe(302);
    const spelled = { ...mona, email: ' MONA@example.com' };
    for (const address of ['192.0.2.9', '127.0.0.1.evil', null])
      expect((await knock(spelled, { demo: true, address })).status).toBe(422);
    const alan = { email: 'alan@example.com', password: castPassword };
    expect((await knock(alan, { demo: true })).status).toBe(302);
  });
});

describe('a forgotten password', () => {
  it('is set anew by a link that the portal writes with its own address', async () => {
    const { args } = await visitAs(context, null);
    const ask = (email: string) =>
      answerOf(() =>
        reset.action(
          args(
            '/password-reset',
            {},
            {
              method: 'POST',
              body: new URLSearchParams({ email }),
              headers: { 'X-Forwarded-Host': 'evil.example' },
            },
          ),
        ),
      );
    const known = await ask('mona@example.com');
    const unknown = await ask('nobody@example.com');
    expect(known.body).toEqual(unknown.body);
    const [mail, ...others] = await context.store.read.select().from(mails);
    expect(others).toEqual([]);
    expect(mail?.body).toContain('http://localhost:3000/password-reset/new?token=');
    expect(mail?.body).not.toContain('evil');
    const token = /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
    const stranger = await visitAs(context, null);
    const page = await stranger.load(newPassword, `/password-reset/new?token=${token}`);
    expect(page.body).toMatchObject({ email: 'mona@example.com' });
    const password = 'a wholly other phrase';
    const set = await stranger.send(newPassword, '/password-reset/new', { token, password });
    expect(set.location).toBe('/sign-in?password-set');
    expect((await knock({ ...mona, password })).status).toBe(302);
    expect((await knock(mona)).status).toBe(422);
  });
});

describe('a stranger who says much', () => {
  /** One letter that normal width makes eighteen of. */
  const unfolding = '\uFDFA';

  it('is refused by whatever field and form, before any letter is looked at', async () => {
    const stranger = await visitAs(context, null);
    const normalised = vi.spyOn(String.prototype, 'normalize');
    const email = unfolding.repeat(110_000);
    const asked = await stranger.send(reset, '/password-reset', { email });
    expect(asked).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'too_long', field: 'email' } } },
    });
    const { values } = asked.body as { values: { email: string } };
    expect(values.email.length).toBeLessThanOrEqual(100_001);
    const guessed = await knock({ email: mona.email, password: email });
    expect(guessed).toMatchObject({ body: { refusal: { reason: { code: 'sign_in_failed' } } } });
    const longest = Math.max(0, ...normalised.mock.contexts.map((text) => String(text).length));
    normalised.mockRestore();
    expect(longest).toBeLessThan(2001);
    const crowd = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`email${at}`, 'a'.repeat(100_000)]),
    );
    expect(await stranger.send(reset, '/password-reset', crowd)).toMatchObject({ status: 413 });
  });

  it('has used an attempt before what was written is read', async () => {
    const stranger = await visitAs(context, null);
    const ask = () => stranger.send(reset, '/password-reset', { email: 'no address' });
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(2);
  });
});

describe('an empty store', () => {
  const lin = {
    name: 'Lin Wei',
    email: 'lin@example.com',
    password: castPassword,
    locale: 'zh-CN',
  };

  it('asks at the machine itself for the first administrator, once', async () => {
    context = contextFor(await freshStore());
    const stranger = await visitAs(context, null);
    expect((await stranger.load(signIn, '/sign-in')).location).toBe('/welcome');
    const poor = await stranger.send(welcome, '/welcome', { ...lin, password: 'short' });
    expect(poor.status).toBe(422);
    const first = await stranger.send(welcome, '/welcome', lin);
    expect(first).toMatchObject({ status: 302, location: '/' });
    const signedIn = await findSignedIn(context.store.read, await tokenIn(first));
    expect(signedIn).toMatchObject({ role: 'administrator', locale: 'zh-CN' });
    expect((await stranger.send(welcome, '/welcome', { ...lin, email: 'b@c.de' })).status).toBe(
      404,
    );
    expect((await stranger.load(welcome, '/welcome')).location).toBe('/sign-in');
  });

  it('takes no first administrator from elsewhere', async () => {
    context = contextFor(await freshStore(), { address: '198.51.100.7' });
    const stranger = await visitAs(context, null);
    expect((await stranger.load(welcome, '/welcome')).body).toMatchObject({ mayCreate: false });
    expect((await stranger.send(welcome, '/welcome', lin)).status).toBe(404);
    expect(await context.store.read.$count(peopleTable)).toBe(0);
  });
});

/** The token in a cookie as the browser would send it back. */
async function tokenIn(answer: Answer): Promise<string> {
  const { sessionToken } = await import('~/auth/session.server');
  const request = new Request('http://localhost', { headers: { Cookie: cookieOf(answer) } });
  return (await sessionToken(request)) ?? '';
}

describe('somebody signed in', () => {
  it('is out with the next click when deactivated, and has another role with the next click', async () => {
    const visitor = await visitAs(context, cast.person.alan);
    expect((await visitor.load(people, '/people')).status).toBe(200);
    const set = (change: Partial<typeof peopleTable.$inferInsert>) =>
      context.store.transact(async (tx) => {
        await tx.update(peopleTable).set(change).where(eq(peopleTable.id, cast.person.alan.id));
      });
    await set({ role: 'manager' });
    expect((await visitor.load(people, '/people')).status).toBe(403);
    await set({ active: false });
    expect((await visitor.load(people, '/people')).location).toBe('/sign-in?to=%2Fpeople');
  });

  it('keeps the own account and nothing more: role, vendor and reach in the form change nothing', async () => {
    const hanna = await visitAs(context, cast.person.hanna);
    const form = {
      name: 'Hanna H.',
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      role: 'administrator',
      vendor: 'BRITTLE',
      email: 'taken@example.com',
    };
    const answer = await hanna.send(account, '/account', form);
    expect(answer.location).toBe('/account');
    const [row] = await context.store.read
      .select()
      .from(peopleTable)
      .where(eq(peopleTable.id, cast.person.hanna.id));
    expect(row).toMatchObject({
      name: 'Hanna H.',
      locale: 'zh-CN',
      role: 'vendor',
      vendorId: cast.vendor.harbour.id,
      email: 'hanna@example.com',
    });
  });

  it('changes the own password with the old one, not by guessing it', async () => {
    const visitor = await visitAs(context, cast.person.mona);
    const change = (current: string) =>
      visitor.send(ownPassword, '/account/password', {
        current,
        password: 'a wholly other phrase',
      });
    expect((await change('guess')).status).toBe(422);
    expect((await change(castPassword)).location).toBe('/account');
    const guesses = await Promise.all(Array.from({ length: 40 }, () => change('guess')));
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
  });
});
