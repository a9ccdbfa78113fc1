import { unsealEntries } from '~/audit/sealed-entries.server';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { MOST_TOKENS } from '~/auth/access-token';
import { deactivatePerson } from '~/auth/deactivate-person.server';
import { reactivatePerson } from '~/auth/reactivate-person.server';
import { commandAct } from '~/auth/act';
import * as ownTokens from '~/routes/_app.account.tokens._index';
import * as revokeOwn from '~/routes/_app.account.tokens.$tokenId.revocation';
import * as passwordPage from '~/routes/_app.account.password';
import * as newToken from '~/routes/_app.account.tokens.new';
import * as allTokens from '~/routes/_app.tokens._index';
import * as revokeAny from '~/routes/_app.tokens.$tokenId.revocation';
import * as vendorsPage from '~/routes/_app.vendors._index';
import * as apiList from '~/routes/api.v1.$resource._index';
import { accessTokens } from '~db/schema/api';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { castInto, castPassword, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, visitAs, type Answer, type Visitor } from '../visit';

let context: PortalContext;
let cast: Cast;
let hanna: Visitor;

beforeEach(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  hanna = await visitAs(context, cast.person.hanna);
});

const fields = { name: 'Nightly report', days: '90' };
const make = (who: Visitor, form = fields) => who.send(newToken, '/account/tokens/new', form);
const tokenOf = ({ body }: Answer) => (body as { token: string }).token;

function ask(token: string, module: { loader: unknown } = apiList, path = '/api/v1/contracts') {
  const headers = { Authorization: `Bearer ${token}` };
  const request = new Request(`http://localhost${path}`, { headers });
  const loader = module.loader as (args: object) => unknown;
  return answerOf(() => loader({ request, params: { resource: 'contracts' }, context }));
}

const kept = () => context.store.read.select().from(accessTokens);

describe('an access token', () => {
  it('is shown once to its maker and kept as a hash', async () => {
    const token = tokenOf(await make(hanna));
    expect(token).toMatch(/^mst_[\w-]{43}$/);
    const [row] = await kept();
    expect(JSON.stringify(row)).not.toContain(token.slice(4, -4));
    const page = await hanna.load(ownTokens, '/account/tokens');
    expect(page.body).toMatchObject({
      vendor: 'HARBOUR',
      maySend: true,
      tokens: [
        { name: 'Nightly report', ending: token.slice(-4), readOnly: false, lastUsedAt: null },
      ],
    });
    expect(JSON.stringify(page.body)).not.toContain(row?.tokenHash);
    const [entry] = await context.store.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'access_token.made'));
    const [opened] = await unsealEntries(context.store.read, entry ? [entry] : []);
    expect(opened).toMatchObject({
      ...{ entity: 'person', vendorId: cast.vendor.harbour.id },
      after: { name: 'Nightly report' },
    });
    expect(JSON.stringify(entry)).not.toContain(token);
  });

  it('opens the interface until it ends, and notes its use', async () => {
    const token = tokenOf(await make(hanna));
    expect((await ask(token)).status).toBe(200);
    expect((await kept())[0]).toMatchObject({ lastAddress: '127.0.0.1' });
    await context.store.transact(async (tx) => {
      await tx.update(accessTokens).set({ expiresAt: '2001-01-01T00:00:00.000Z' });
    });
    expect((await ask(token)).status).toBe(401);
    expect((await hanna.load(ownTokens, '/account/tokens')).body).toMatchObject({
      tokens: [{ name: 'Nightly report' }],
    });
  });

  it('opens no page, and goes with its person', async () => {
    const petra = await visitAs(context, cast.person.petra);
    const token = tokenOf(await make(petra));
    const page = await ask(token, vendorsPage, '/vendors');
    expect(page.location).toMatch(/^\/sign-in/);
    expect((await ask(token)).status).toBe(200);
    const act = commandAct(testNow);
    await deactivatePerson(context.store, act, { personId: cast.person.petra.id });
    expect((await ask(token)).status).toBe(401);
    await reactivatePerson(context.store, act, { personId: cast.person.petra.id });
    expect((await ask(token)).status).toBe(401);
  });

  it('ends with the password by which somebody else may have made it', async () => {
    const token = tokenOf(await make(hanna));
    const form = { current: castPassword, password: 'another horse battery' };
    const changed = await hanna.send(passwordPage, '/account/password', form);
    expect(changed.location).toBe('/account');
    expect((await ask(token)).status).toBe(401);
  });

  it('has the rights that its person has now', async () => {
    const petra = await visitAs(context, cast.person.petra);
    const token = tokenOf(await make(petra));
    await context.store.transact(async (tx) => {
      await tx.update(people).set({ role: 'reviewer' }).where(eq(people.id, cast.person.petra.id));
    });
    expect((await ask(token)).status).toBe(404);
  });

  it('is revoked by its owner alone, or by an administrator', async () => {
    const token = tokenOf(await make(hanna));
    const tokenId = (await kept())[0]?.id ?? 0;
    const path = `/account/tokens/${tokenId}/revocation`;
    const bruno = await visitAs(context, cast.person.bruno);
    expect((await bruno.send(revokeOwn, path, {}, { tokenId })).status).toBe(404);
    expect((await ask(token)).status).toBe(200);
    expect((await hanna.send(revokeOwn, path, {}, { tokenId })).location).toBe('/account/tokens');
    expect((await ask(token)).status).toBe(401);
    const other = tokenOf(await make(hanna));
    const otherId = (await kept()).find(({ id }) => id !== tokenId)?.id ?? 0;
    const [alan, ada] = [
      await visitAs(context, cast.person.alan),
      await visitAs(context, cast.person.ada),
    ];
    const list = await ada.load(allTokens, '/tokens');
    expect(list.body).toMatchObject({
      mayRevoke: false,
      tokens: [{ id: otherId, personName: 'Hanna Harbour' }],
    });
    const revocation = `/tokens/${otherId}/revocation`;
    expect((await ada.send(revokeAny, revocation, {}, { tokenId: otherId })).status).toBe(403);
    expect((await alan.send(revokeAny, revocation, {}, { tokenId: otherId })).location).toBe(
      '/tokens',
    );
    expect((await ask(other)).status).toBe(401);
    const entries = await context.store.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'access_token.revoked'));
    expect(entries.map(({ actor }) => actor)).toEqual([
      `person ${cast.person.hanna.id} (vendor)`,
      `person ${cast.person.alan.id} (administrator)`,
    ]);
  });

  it('needs a name, and there are so many of one person', async () => {
    const refused = await make(hanna, { name: ' ', days: '1000' });
    expect([refused.status, (refused.body as { refusal: object }).refusal]).toMatchObject([
      422,
      { fields: [{ field: 'name' }, { field: 'days' }] },
    ]);
    for (let count = 0; count < MOST_TOKENS; count += 1) await make(hanna);
    expect((await make(hanna)).status).toBe(422);
    expect(await kept()).toHaveLength(MOST_TOKENS);
  });
});
