import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import * as account from '~/routes/_app.account._index';
import * as ownPassword from '~/routes/_app.account.password';
import * as people from '~/routes/_app.people._index';
import * as reset from '~/routes/password-reset';
import * as newPassword from '~/routes/password-reset_.new';
import * as signIn from '~/routes/sign-in';
import * as signOut from '~/routes/sign-out';
import { people as peopleTable, sessions } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { castPassword } from '../cast';
import { answerOf, visitAs } from '../visit';
import { doorForEach, context, cast, mona, tokenOf, cookieOf, knock, at } from './door-visits';

doorForEach();

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
