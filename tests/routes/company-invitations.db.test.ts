import { beforeEach, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import * as company from '~/routes/_app.company._index';
import * as ownYes from '~/routes/_app.company.invitations.$invitationId_.confirmation';
import * as ownNo from '~/routes/_app.company.invitations.$invitationId_.revocation';
import * as vendorCompany from '~/routes/_app.vendors.$vendorId.company';
import * as invitation from '~/routes/_app.vendors.$vendorId.invitation';
import * as ourYes from '~/routes/_app.vendors.$vendorId.invitations.$invitationId_.confirmation';
import { castInto, type Cast, type CastPerson } from '../cast';
import { freshStore } from '../database';
import { invitee, mailedTokens } from '../casts/newcomer';
import { contextFor, visitAs } from '../visit';

let context: PortalContext;
let cast: Cast;
let vendorId: number;
beforeEach(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  vendorId = cast.vendor.harbour.id;
});

type Shown = { invitations: { id: number; contact: string; state: string; steps: string[] }[] };

async function onOurPage(person: CastPerson) {
  const visit = await visitAs(context, person);
  const path = `/vendors/${vendorId}/company`;
  return ((await visit.load(vendorCompany, path, { vendorId })).body as Shown).invitations;
}

async function onTheirPage(person: CastPerson) {
  const visit = await visitAs(context, person);
  return ((await visit.load(company, '/company')).body as Shown).invitations;
}

/** Petra fills in the form for one more person of a vendor that has people. */
async function invite(): Promise<number> {
  const visit = await visitAs(context, cast.person.petra);
  const { contact, email, locale } = invitee;
  const path = `/vendors/${vendorId}/invitation`;
  const answer = await visit.send(invitation, path, { contact, email, locale }, { vendorId });
  expect(answer).toMatchObject({ status: 302, location: `/vendors/${vendorId}/company` });
  return (await onTheirPage(cast.person.hanna))[0]!.id;
}

describe('the pages of an invitation that waits', () => {
  it('show it to both sides, each with what they may do', async () => {
    const { petra, alan, hanna, bruno } = cast.person;
    const id = await invite();
    const waiting = { id, contact: invitee.contact, state: 'waiting' };
    const steps = ['confirm', 'revoke'];
    expect(await onOurPage(petra)).toMatchObject([{ ...waiting, steps: ['revoke'] }]);
    expect(await onOurPage(alan)).toMatchObject([{ ...waiting, steps }]);
    expect(await onOurPage(cast.person.ada)).toMatchObject([{ ...waiting, steps: [] }]);
    expect(await onTheirPage(hanna)).toMatchObject([{ ...waiting, steps }]);
    expect(await onTheirPage(bruno)).toEqual([]);
  });

  it('send it out at the word of the vendor, and of nobody else’s', async () => {
    const { petra, hanna, bruno } = cast.person;
    const invitationId = await invite();
    const own = `/company/invitations/${invitationId}/confirmation`;
    const ours = `/vendors/${vendorId}/invitations/${invitationId}/confirmation`;
    const stranger = await visitAs(context, bruno);
    expect((await stranger.send(ownYes, own, {}, { invitationId })).status).toBe(404);
    const inviter = await visitAs(context, petra);
    await inviter.send(ourYes, ours, {}, { vendorId, invitationId });
    expect(await mailedTokens(context.store)).toEqual([]);
    const theirs = await visitAs(context, hanna);
    expect(await theirs.send(ownYes, own, {}, { invitationId })).toMatchObject({
      ...{ status: 302, location: '/company' },
    });
    expect(await mailedTokens(context.store)).toHaveLength(1);
    expect(await onTheirPage(hanna)).toEqual([]);
  });

  it('take it away at a no', async () => {
    const invitationId = await invite();
    const visit = await visitAs(context, cast.person.hanna);
    await visit.send(
      ownNo,
      `/company/invitations/${invitationId}/revocation`,
      {},
      { invitationId },
    );
    expect(await onOurPage(cast.person.petra)).toMatchObject([{ state: 'revoked' }]);
    expect(await mailedTokens(context.store)).toEqual([]);
  });

  it('leave one that is out to us', async () => {
    const { petra, alan, hanna } = cast.person;
    const invitationId = await invite();
    const ours = `/vendors/${vendorId}/invitations/${invitationId}/confirmation`;
    await (await visitAs(context, alan)).send(ourYes, ours, {}, { vendorId, invitationId });
    const own = `/company/invitations/${invitationId}/revocation`;
    await (await visitAs(context, hanna)).send(ownNo, own, {}, { invitationId });
    expect(await onOurPage(petra)).toMatchObject([{ state: 'sent' }]);
  });
});
