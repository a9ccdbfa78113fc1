import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { everything, type Act } from '~/auth/act';
import { words as en } from '~/locales/en';
import { words as chinese } from '~/locales/zh-CN';
import * as root from '~/root';
import * as company from '~/routes/_app.company._index';
import * as invitation from '~/routes/invitation';
import * as asking from '~/routes/invitation_.new';
import { people, signInLinks } from '~db/schema/auth';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { invite, invitee, mailedTokens } from '../casts/newcomer';
import { answerOf, contextFor, visitAs } from '../visit';

let context: PortalContext;
let cast: Cast;
let place = 1;
beforeEach(async () => {
  place += 1; // Attempts are counted by address.
  context = contextFor(await freshStore(), { address: `203.0.113.${place}` });
  cast = await castInto(context.store);
});

/** An invitation in Chinese, opened in a browser that asks for English: its token. */
async function invitedInChinese(): Promise<string> {
  const { id, name, role } = cast.person.petra;
  const actor = { kind: 'person', personId: id, name, role, address: null } as const;
  const petra: Act = { actor, now: testNow, scope: everything };
  await invite({ store: context.store, cast, petra });
  const [token = ''] = await mailedTokens(context.store);
  return token;
}

async function open(path: string, cookie?: string) {
  const stranger = await visitAs(context, null);
  const headers = { 'Accept-Language': 'en-GB', ...(cookie && { Cookie: cookie }) };
  const args = stranger.args(path, {}, { headers });
  const language = (await root.loader(args)).language;
  const route = path.startsWith('/invitation/new') ? asking : invitation;
  const { body } = await answerOf(() => route.loader(args));
  return { language, title: (body as { title: string }).title };
}

async function accept(token: string, cookie?: string) {
  const stranger = await visitAs(context, null);
  const body = new URLSearchParams({ token, password: '' });
  const headers = cookie ? { Cookie: cookie } : {};
  return answerOf(() =>
    invitation.action(stranger.args('/invitation', {}, { method: 'POST', body, headers })),
  );
}

const localeOf = async () =>
  (await context.store.read.select().from(people).where(eq(people.email, invitee.email)))[0]
    ?.locale;

/** How the page greets the invited. */
const welcome = ({ invitation: { door } }: typeof en | typeof chinese) =>
  door.title.replace('{{name}}', invitee.contact);

describe('the page that an invitation leads to', () => {
  it('opens in the language of the invited, whatever the browser asks for, used or run out', async () => {
    const token = await invitedInChinese();
    const theirs = { language: 'zh-CN', title: welcome(chinese) };
    expect(await open(`/invitation?token=${token}`)).toEqual(theirs);
    const asked = { language: 'zh-CN', title: chinese.invitation.door.askedTitle };
    expect(await open(`/invitation/new?token=${token}`)).toEqual(asked);
    await context.store.transact((tx) =>
      tx.update(signInLinks).set({ expiresAt: '2020-01-01T00:00:00.000Z' }),
    );
    const expired = { language: 'zh-CN', title: chinese.invitation.door.expiredTitle };
    expect(await open(`/invitation?token=${token}`)).toEqual(expired);
    const unknown = { language: 'en', title: en.invitation.door.unknownTitle };
    expect(await open('/invitation?token=never')).toEqual(unknown);
    expect(await open('/invitation')).toEqual(unknown);
  });

  it('is switched, and the language chosen at the door stays with the person', async () => {
    const token = await invitedInChinese();
    const switched = { language: 'en', title: welcome(en) };
    expect(await open(`/invitation?token=${token}`, 'language=en')).toEqual(switched);
    expect(await localeOf()).toBe('zh-CN');
    expect(await accept(token, 'language=en')).toMatchObject({ location: '/company' });
    expect(await localeOf()).toBe('en');
  });

  it('signs in once, to the own pages; the second time it says that the link was used', async () => {
    const token = await invitedInChinese();
    const first = await accept(token);
    expect(first).toMatchObject({ status: 302, location: '/company' });
    expect(await localeOf()).toBe('zh-CN');
    const cookie = /mainstay=[^;]+/.exec(first.headers.get('Set-Cookie') ?? '')?.[0] ?? '';
    const { args } = await visitAs(context, null);
    const page = await answerOf(() =>
      company.loader(args('/company', {}, { headers: { Cookie: cookie } })),
    );
    expect(page.status).toBe(200);
    expect(JSON.stringify(page.body)).not.toContain(cast.vendor.harbour.name);
    expect(await accept(token)).toMatchObject({ status: 422 });
    const stranger = await visitAs(context, null);
    const again = await stranger.load(invitation, `/invitation?token=${token}`);
    expect(again.body).toMatchObject({ state: 'used' });
    expect(again.headers.get('Set-Cookie')).toBeNull();
  });

  it('says that a new link was asked for too often, and not that one is on its way', async () => {
    const token = await invitedInChinese();
    const stranger = await visitAs(context, null);
    const ask = () => stranger.send(asking, '/invitation/new', { token });
    const answers = [];
    for (let n = 0; n < 9; n += 1) answers.push(await ask());
    const last = answers.pop();
    expect(answers.map(({ location }) => location)).toEqual(
      Array(8).fill(`/invitation/new?token=${token}`),
    );
    expect(last).toMatchObject({
      status: 429,
      body: { refusal: { reason: { code: 'too_many_attempts' } }, values: { token } },
    });
    expect((await open('/invitation/new')).title).toBe(en.invitation.door.again);
  });
});
