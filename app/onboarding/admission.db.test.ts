import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { admissions } from '~db/schema/onboarding';
import { vendorInvitations } from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import { passChecks, testNow } from '../../tests/cast';
import { checksOfVendor } from './check-queries.server';
import { openChecks } from './open-checks.server';
import { assignCheck, recordCheckResult } from './review-check.server';
import { recordAssessment } from './record-assessment.server';
import {
  scorecardsForEach,
  store,
  cast,
  actOf,
  condition,
  screened,
  decide,
} from '../../tests/casts/scoring-cast';

scorecardsForEach();

describe('admission', () => {
  it('is refused to whoever put the vendor up, asked for scores or gave them', async () => {
    await screened();
    const { petra, pablo } = cast.person;
    for (const person of [petra, pablo])
      expect(await decide(person, 'approve')).toMatchObject({ reason: { code: 'took_part' } });
    expect(await store.read.$count(admissions)).toBe(0);
  });

  it('takes a manager for the upper tiers, by the tier that the decision sets', async () => {
    await screened();
    await store.transact((tx) => tx.update(vendors).set({ tier: 'standard' }));
    const alan = { ...cast.person.alan, role: 'procurement' } as const;
    const high = { spend: '3', criticality: '3', dataAccess: '3', replaceability: '3' };
    expect(await decide(alan, 'approve', [], high)).toMatchObject({
      reason: { code: 'vendor_approver_manager' },
    });
    expect((await decide(cast.person.mona, 'approve', [], high)).ok).toBe(true);
    const [row] = await store.read
      .select()
      .from(vendors)
      .where(eq(vendors.id, cast.vendor.harbour.id));
    expect(row).toMatchObject({ status: 'approved', tier: 'strategic' });
  });

  it('is refused before anything is written: the tier that it names stays where it was', async () => {
    await screened();
    const { mona } = cast.person;
    expect((await decide(mona, 'conditional', [condition])).ok).toBe(true);
    const before = await store.read
      .select()
      .from(vendors)
      .where(eq(vendors.id, cast.vendor.harbour.id));
    const low = { spend: '1', criticality: '1', dataAccess: '1', replaceability: '1' };
    expect(await decide(mona, 'conditional', [condition], low)).toMatchObject({
      reason: { code: 'vendor_status_not_allowed' },
    });
    expect(
      await store.read.select().from(vendors).where(eq(vendors.id, cast.vendor.harbour.id)),
    ).toEqual(before);
  });

  it('is no way round a manager or the second look at checks, by whatever tier', async () => {
    await screened();
    const { harbour } = cast.vendor;
    const alan = { ...cast.person.alan, role: 'procurement' } as const;
    const low = { spend: '1', criticality: '1', dataAccess: '1', replaceability: '1' };
    // Preferred until now: whoever takes it out of the upper tiers is a manager too.
    expect(await decide(alan, 'approve', [], low)).toMatchObject({
      reason: { code: 'vendor_approver_manager' },
    });
    await gradeVendor(store, actOf(alan), harbour.id, low);
    expect(await decide(alan, 'approve')).toMatchObject({ reason: { code: 'took_part' } });
    // Results of a low tier have nobody who signed them off: graded up, they wait for one.
    await store.transact((tx) => tx.update(dueDiligenceChecks).set({ signedOffBy: null }));
    const high = { spend: '3', criticality: '3', dataAccess: '3', replaceability: '3' };
    expect(await decide(cast.person.mona, 'approve', [], high)).toMatchObject({
      reason: { code: 'admission_sanctions' },
    });
    await gradeVendor(store, actOf(alan), harbour.id, high);
    await openChecks(store, actOf(alan), harbour.id);
    const checks = await checksOfVendor(store.read, everything, harbour.id);
    expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['awaiting_sign_off']));
  });

  it('rests on an assessment that did not disqualify', async () => {
    await screened('2');
    expect(await decide(cast.person.mona, 'approve')).toMatchObject({
      reason: { code: 'admission_disqualified' },
    });
    expect((await decide(cast.person.mona, 'reject')).ok).toBe(true);
  });

  it('takes every check of the tier, or conditions in the place of those that are missing', async () => {
    await screened('4', { failed: ['references'], without: ['litigation'] });
    const { mona } = cast.person;
    expect(await decide(mona, 'approve')).toMatchObject({
      reason: { code: 'admission_checks_missing', params: { count: 2 }, field: 'decision' },
    });
    expect((await decide(mona, 'conditional', [condition])).ok).toBe(true);
  });

  it('is nobody’s without the check against sanctions lists, on whatever conditions', async () => {
    await screened('4', { failed: ['sanctions'] });
    const { mona } = cast.person;
    for (const [decision, conditions] of [
      ['approve', []],
      ['conditional', [condition]],
    ] as const)
      expect(await decide(mona, decision, [...conditions])).toMatchObject({
        reason: { code: 'admission_sanctions' },
      });
    expect((await decide(mona, 'reject')).ok).toBe(true);
  });

  it('is refused to whoever invited a vendor that submitted itself, made its checks or entered its result', async () => {
    const { petra, pablo, mona, hanna } = cast.person;
    const { harbour } = cast.vendor;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ status: 'prospect', tier: 'standard' });
      const at = testNow.toISOString();
      await tx.insert(vendorInvitations).values({
        ...{ vendorId: harbour.id, personId: hanna.id, invitedBy: petra.id, serviceIds: [] },
        ...{ invitedAt: at, sentAt: at, expiresAt: at, acceptedAt: at },
      });
    });
    const own = actOf(hanna, { kind: 'vendor', vendorId: harbour.id });
    await changeVendorStatus(store, own, harbour.id, { status: 'screening' });
    await passChecks(store, harbour.id);
    await store.transact((tx) =>
      tx
        .update(dueDiligenceChecks)
        .set({ reviewerId: pablo.id })
        .where(eq(dueDiligenceChecks.kind, 'licences')),
    );
    await recordAssessment(store, actOf(mona), harbour.id, {
      ...{ scorecard: 'Audit', total: '88', result: 'qualified' },
      ...{ assessedOn: '2024-01-02', validUntil: '2025-01-01' },
    });
    const { alan } = cast.person;
    const litigation = (await checksOfVendor(store.read, everything, harbour.id)).find(
      ({ kind }) => kind === 'litigation',
    );
    const found = { result: 'passed', finding: 'Nothing pending', reviewedOn: '2024-01-10' };
    await recordCheckResult(store, actOf(alan), litigation?.id ?? 0, found);
    // The check is given to somebody else since: that does not make its maker a second person.
    await assignCheck(store, actOf(petra), litigation?.id ?? 0, { reviewer: String(pablo.id) });
    for (const person of [petra, pablo, alan, mona])
      expect(await decide(person, 'approve')).toMatchObject({ reason: { code: 'took_part' } });
    expect((await decide(cast.person.marek, 'approve')).ok).toBe(true);
  });
});
