import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { verifyChain } from '~/audit/verify-chain.server';
import { followDueDiligence } from '~/jobs/follow-due-diligence.server';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { people } from '~db/schema/auth';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import { randomId } from '~db/columns';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { checksOfVendor, findCheck, storyOfCheck } from './check-queries.server';
import { checksGivenTo } from './given-queries.server';
import { addEvidence, removeEvidence } from './keep-evidence.server';
import { openChecks } from './open-checks.server';
import { assignCheck, recordCheckResult } from './review-check.server';
import { shareCheck, unshareCheck } from './share-check.server';
import { returnCheck, signOffCheck } from './sign-off-check.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

function as(person: CastPerson, scope: Act['scope'] = everything): Act {
  const { id: personId, name, role } = person;
  return { actor: { kind: 'person', personId, name, role, address: null }, now: testNow, scope };
}

/** The check of a kind, opened by the tier of Harbour Line (preferred: every check is signed off). */
async function opened(kind: string) {
  const { id } = cast.vendor.harbour;
  await openChecks(store, as(cast.person.petra), id);
  const check = (await checksOfVendor(store.read, everything, id)).find(
    (each) => each.kind === kind,
  );
  return check!.id;
}

const result = (change: Record<string, string> = {}) => ({
  result: 'passed',
  finding: 'Extract of the register compared.',
  reviewedOn: '2024-01-10',
  ...change,
});
const stateOf = async (checkId: number) =>
  (await findCheck(store.read, everything, checkId))?.check;

describe('due diligence', () => {
  it('opens the checks of the tier once, and more when the tier rises', async () => {
    const { id } = cast.vendor.harbour;
    const petra = as(cast.person.petra);
    expect(await openChecks(store, petra, id)).toEqual({ ok: true, value: { opened: 8 } });
    expect(await openChecks(store, petra, id)).toEqual({ ok: true, value: { opened: 0 } });
    const most = { spend: '3', criticality: '3', dataAccess: '3', replaceability: '3' };
    await gradeVendor(store, petra, id, most);
    expect(await openChecks(store, petra, id)).toEqual({ ok: true, value: { opened: 1 } });
    const kinds = (await checksOfVendor(store.read, everything, id)).map(({ kind }) => kind);
    expect(kinds).toHaveLength(9);
    expect(kinds.at(0)).toBe('registration');
    expect(kinds.at(-1)).toBe('site_visit');
  });

  it('lets nobody sign the own result off, and counts it only then', async () => {
    const checkId = await opened('registration');
    const { petra, pablo } = cast.person;
    expect(await recordCheckResult(store, as(petra), checkId, result())).toMatchObject({
      ok: true,
    });
    expect(await stateOf(checkId)).toMatchObject({
      state: 'awaiting_sign_off',
      expiresOn: '2026-01-10',
      settledAt: null,
    });
    expect(await signOffCheck(store, as(petra), checkId)).toMatchObject({
      reason: { code: 'check_own' },
    });
    expect(await recordCheckResult(store, as(pablo), checkId, result())).toMatchObject({
      reason: { code: 'check_waits' },
    });
    expect(await returnCheck(store, as(petra), checkId, { reason: 'x' })).toMatchObject({
      reason: { code: 'check_own' },
    });
    expect(await returnCheck(store, as(pablo), checkId, { reason: '' })).toMatchObject({
      reason: { code: 'required' },
    });
    await returnCheck(store, as(pablo), checkId, { reason: 'Which register?' });
    await recordCheckResult(store, as(petra), checkId, result());
    expect(await signOffCheck(store, as(pablo), checkId)).toMatchObject({ ok: true });
    expect(await stateOf(checkId)).toMatchObject({ state: 'passed', signedOffBy: pablo.id });
    const story = (await storyOfCheck(store.read, checkId)).map(({ kind }) => kind);
    expect(story).toEqual(['signed_off', 'recorded', 'returned', 'recorded', 'opened']);
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  });

  it('needs no second person where the tier asks for none', async () => {
    const { id } = cast.vendor.harbour;
    await store.transact((tx) =>
      tx
        .update(vendors)
        .set({ tier: 'transactional' })
        .where(eq(vendors.id, id))
        .then(() => undefined),
    );
    const checkId = await opened('licences');
    await recordCheckResult(
      store,
      as(cast.person.petra),
      checkId,
      result({ result: 'not_applicable' }),
    );
    expect(await stateOf(checkId)).toMatchObject({ state: 'not_applicable' });
  });

  it('refuses a result from tomorrow, without a finding, or that ends before it begins', async () => {
    const checkId = await opened('licences');
    const record = (change: Record<string, string>) =>
      recordCheckResult(store, as(cast.person.petra), checkId, result(change));
    expect(await record({ reviewedOn: '2024-01-13' })).toMatchObject({
      reason: { code: 'date_in_future' },
    });
    expect(await record({ finding: ' ' })).toMatchObject({ reason: { code: 'required' } });
    expect(await record({ expiresOn: '2024-01-09' })).toMatchObject({
      reason: { code: 'ends_before_start' },
    });
    expect(await stateOf(checkId)).toMatchObject({ state: 'not_started' });
  });

  it('keeps evidence, and begins with it', async () => {
    const checkId = await opened('licences');
    const petra = as(cast.person.petra);
    expect(
      await addEvidence(store, petra, checkId, { kind: 'link', title: 'Register' }),
    ).toMatchObject({
      reason: { code: 'required', field: 'url' },
    });
    await addEvidence(store, petra, checkId, {
      kind: 'link',
      title: 'Register',
      url: 'register.example',
    });
    expect(await stateOf(checkId)).toMatchObject({ state: 'in_progress' });
    expect(await removeEvidence(store, petra, checkId, 1)).toMatchObject({
      reason: { code: 'not_found' },
    });
    const assigned = await assignCheck(store, petra, checkId, {
      reviewer: String(cast.person.mona.id),
    });
    expect(assigned).toMatchObject({ ok: true });
    expect(await stateOf(checkId)).toMatchObject({ reviewerId: cast.person.mona.id });
    const toVendor = await assignCheck(store, petra, checkId, {
      reviewer: String(cast.person.hanna.id),
    });
    expect(toVendor).toMatchObject({ reason: { code: 'not_a_choice' } });
  });

  it('shows an outside reviewer the checks that were given, and nothing else', async () => {
    const lawyer = {
      id: randomId(),
      email: 'lawyer@example.com',
      name: 'Lena Lawyer',
      role: 'reviewer' as const,
    };
    await store.transact(async (tx) => {
      await tx.insert(people).values({ ...lawyer, createdAt: testNow.toISOString() });
    });
    const [given, other] = [await opened('litigation'), await opened('licences')];
    const outside = as(lawyer, { kind: 'grants', personId: lawyer.id });
    const petra = as(cast.person.petra);
    expect(await recordCheckResult(store, outside, given, result())).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(
      await shareCheck(store, petra, given, { reviewer: String(cast.person.mona.id) }),
    ).toMatchObject({
      reason: { code: 'not_a_reviewer' },
    });
    await shareCheck(store, petra, given, { reviewer: String(lawyer.id) });
    await shareCheck(store, petra, given, { reviewer: String(lawyer.id) });
    expect(await recordCheckResult(store, outside, given, result())).toMatchObject({ ok: true });
    expect(await recordCheckResult(store, outside, other, result())).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await checksOfVendor(store.read, outside.scope, cast.vendor.harbour.id)).toMatchObject([
      { id: given, state: 'awaiting_sign_off' },
    ]);
    expect(await checksGivenTo(store.read, lawyer.id)).toMatchObject([
      { id: given, state: 'awaiting_sign_off', result: 'passed' },
    ]);
    await signOffCheck(store, petra, given);
    expect(await recordCheckResult(store, outside, given, result())).toMatchObject({
      reason: { code: 'check_handed_in' },
    });
    const note = { kind: 'note', title: 'Later', note: 'x' };
    expect(await addEvidence(store, outside, given, note)).toMatchObject({
      reason: { code: 'check_handed_in' },
    });
    expect(await checksGivenTo(store.read, lawyer.id)).toMatchObject([
      { id: given, state: 'passed', handedInAt: testNow.toISOString() },
    ]);
    expect(await checksGivenTo(store.read, cast.person.mona.id)).toEqual([]);
    await unshareCheck(store, petra, given, lawyer.id);
    expect(await checksGivenTo(store.read, lawyer.id)).toEqual([]);
    expect(await checksOfVendor(store.read, outside.scope, cast.vendor.harbour.id)).toEqual([]);
    const hanna = { kind: 'vendor' as const, vendorId: cast.vendor.harbour.id };
    expect(await checksOfVendor(store.read, hanna, cast.vendor.harbour.id)).toEqual([]);
  });

  it('opens the checks of newcomers and marks what ran out, once', async () => {
    const checkId = await opened('licences');
    await store.transact(async (tx) => {
      await tx
        .update(dueDiligenceChecks)
        .set({ state: 'passed', expiresOn: '2024-01-11' })
        .where(eq(dueDiligenceChecks.id, checkId));
      await tx
        .update(vendors)
        .set({ status: 'screening' })
        .where(eq(vendors.id, cast.vendor.polar.id));
    });
    expect(await followDueDiligence(store, testNow, '2024-01-11')).toEqual({
      checksOpened: 8,
      checksExpired: 0,
    });
    expect(await followDueDiligence(store, testNow, '2024-01-12')).toEqual({
      checksOpened: 0,
      checksExpired: 1,
    });
    expect(await followDueDiligence(store, testNow, '2024-01-12')).toEqual({
      checksOpened: 0,
      checksExpired: 0,
    });
    expect(await stateOf(checkId)).toMatchObject({ state: 'expired' });
  });
});
