import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortalContext } from '~/context';
import { findSignedIn } from '~/auth/session.server';
import * as reset from '~/routes/password-reset';
import * as signIn from '~/routes/sign-in';
import * as welcome from '~/routes/welcome';
import { people as peopleTable, settings } from '~db/schema/auth';
import { castPassword } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, visitAs, type Answer } from '../visit';
import { doorForEach, context, mona, cookieOf, knock } from './door-visits';

doorForEach();

/** The token in a cookie as the browser would send it back. */
async function tokenIn(answer: Answer): Promise<string> {
  const { sessionToken } = await import('~/auth/session.server');
  const request = new Request('http://localhost', { headers: { Cookie: cookieOf(answer) } });
  return (await sessionToken(request)) ?? '';
}

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
    const context = contextFor(await freshStore());
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
    const context = contextFor(await freshStore(), { address: '198.51.100.7' });
    const stranger = await visitAs(context, null);
    expect((await stranger.load(welcome, '/welcome')).body).toMatchObject({ mayCreate: false });
    expect((await stranger.send(welcome, '/welcome', lin)).status).toBe(404);
    expect(await context.store.read.$count(peopleTable)).toBe(0);
  });
});
