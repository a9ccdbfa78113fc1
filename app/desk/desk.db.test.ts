import { beforeAll, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import type { Role } from '~/auth/permission';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { certificates } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { eq } from 'drizzle-orm';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { exposureFigures, monthFigures } from './desk-figures.server';
import { tasksFor } from './load-desk.server';
import { portalFigures } from './portal-figures.server';

describe('the desk', () => {
  let store: Store;
  let cast: Cast;

  beforeAll(async () => {
    store = await freshStore();
    cast = await castInto(store);
    await evaluateDueContracts(store, testNow, '2024-01-12');
  });

  const desk = (role: Role, scope: Scope = everything) =>
    tasksFor(store.read, role, { scope, now: testNow, locale: 'en', personId: 0 });

  it('shows a manager the report that is overdue, and nothing of other roles', async () => {
    const tasks = await desk('manager');
    expect(tasks.filter(({ kind }) => kind !== 'credit_claim')).toMatchObject([
      { kind: 'report_overdue', dueOn: '2024-01-10', params: { vendor: 'Tardy Post' } },
    ]);
  });

  it('shows a manager the credits that nobody has claimed, each on its page', async () => {
    const claims = (await desk('manager')).filter(({ kind }) => kind === 'credit_claim');
    expect(claims).toHaveLength(13);
    expect(claims.map(({ href }) => href)).toContain(
      `/contracts/${cast.vendor.brittle.contractId}/credits/2023-12`,
    );
    expect(claims.every(({ dueOn }) => dueOn === null)).toBe(true);
  });

  it('shows nothing from outside a reach', async () => {
    const { id } = cast.market.asia;
    const asia: Scope = { kind: 'reach', marketId: id, path: `/${cast.market.world.id}/${id}/` };
    expect(await desk('manager', asia)).toEqual([]);
    expect(await desk('procurement', asia)).toEqual([]);
    expect(await monthFigures(store.read, asia)).toBeNull();
  });

  it('shows a vendor its own breach to answer, and not that of others', async () => {
    const of = (vendorId: number) => desk('vendor', { kind: 'vendor', vendorId });
    const brittle = await of(cast.vendor.brittle.id);
    expect(brittle).toMatchObject([{ kind: 'breach_answer', dueOn: '2024-01-26' }]);
    expect(brittle[0]?.href).toMatch(/^\/breaches\/\d+$/);
    expect(await of(cast.vendor.harbour.id)).toEqual([]);
    const tardy = await of(cast.vendor.tardy.id);
    expect(tardy.map(({ kind }) => kind).sort()).toEqual(['breach_answer', 'report_overdue']);
  });

  it('shows procurement the certificate that a service asks for and a vendor lacks', async () => {
    const tasks = await desk('procurement');
    expect(tasks).toMatchObject([
      {
        kind: 'certificate_missing',
        href: `/vendors/${cast.vendor.polar.id}`,
        params: { vendor: 'Polar Swift', certificate: 'ISO 9001' },
      },
    ]);
  });

  it('shows procurement a certificate that runs out, until a later one is there', async () => {
    const { id: vendorId } = cast.vendor.harbour;
    await store.transact(async (tx) => {
      await tx
        .update(certificates)
        .set({ expiresOn: '2024-02-01' })
        .where(eq(certificates.vendorId, vendorId));
    });
    const ending = async () =>
      (await desk('procurement')).filter(({ kind }) => kind === 'certificate_ending');
    expect(await ending()).toMatchObject([{ dueOn: '2024-02-01' }]);
    await store.transact(async (tx) => {
      await tx
        .insert(certificates)
        .values({ vendorId, kind: 'ISO 9001', issuedOn: '2024-01-02', expiresOn: '2027-01-01' });
    });
    expect(await ending()).toEqual([]);
  });

  it('shows an administrator what failed and who is locked out', async () => {
    expect(await desk('administrator')).toEqual([]);
    await store.transact(async (tx) => {
      await tx
        .update(people)
        .set({ lockedUntil: '2999-01-01T00:00:00.000Z' })
        .where(eq(people.id, cast.person.petra.id));
      await tx.update(mails).set({ state: 'failed' });
    });
    const kinds = new Set((await desk('administrator')).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['mail_failed', 'person_locked']));
  });

  it('counts the latest month that is known, each in its scope', async () => {
    const month = await monthFigures(store.read, everything);
    expect(month).toMatchObject({ period: 2023 * 12 + 11, breaches: 2 });
    expect(month?.credits).toEqual([{ currency: 'EUR', minor: 1_500_000 }]);
    expect(month?.house).toEqual({ currency: 'EUR', minor: 1_500_000 });
    const own = { kind: 'vendor' as const, vendorId: cast.vendor.brittle.id };
    expect(await monthFigures(store.read, own)).toMatchObject({ breaches: 1 });
  });

  it('counts exposed places and checks the end of the audit trail', async () => {
    const exposure = await exposureFigures(store.read, everything, '2024-01-12');
    expect(exposure).toMatchObject({ places: 1, withoutStandby: 1, openProposals: 0 });
    const { chain, entries } = await portalFigures(store.read);
    expect(chain).toEqual({ checked: entries, isWhole: true });
  });
});
