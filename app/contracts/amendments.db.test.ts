import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { parsePeriod } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { amendments, contracts } from '~db/schema/contracts';
import { contractEvaluations, creditEntries, evaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { findAmendment, findVersion, versionsOfContract } from './amendment-queries.server';
import { fieldsChangedBy, tryChanges } from './apply-changes.server';
import { findContract } from './contract-queries.server';
import { stepsOfContract } from './contract-step-queries.server';
import { approveAmendment, rejectAmendment, withdrawAmendment } from './decide-amendment.server';
import { changeAgreement } from './gather-change.server';
import { settlementTermsOf } from './keep-settlement-terms.server';
import { feesByContract } from './month-fees.server';
import { proposeAmendment } from './propose-amendment.server';
import { renewContract } from './renew-contract.server';
import type { SettlementTerms } from './settlement-terms';
import { termsInForce } from './term-queries.server';
import { wholeContract } from './whole-contract.server';

let store: Store;
let cast: Cast;
let contractId: number;
let termId: number;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  ({ contractId, termId } = cast.vendor.brittle);
});

const by = (person: { id: number; name: string; role: string }): Act => ({
  now: testNow,
  scope: everything,
  actor: {
    kind: 'person',
    personId: person.id,
    name: person.name,
    role: person.role,
    address: null,
  },
});

const tighter = {
  ...{ kpi: 'OTD_PCT', operator: 'gte', target: '90', warn_at: '92' },
  bands: [{ severity: 'minor', from: null, to: '90', points: 1, credit_percent: 5 }],
  credit: { method: 'tiered' },
};

async function gather() {
  const gathered = await changeAgreement(store, by(cast.person.petra), {
    ...{ contractId, effectiveFrom: '2023-07-01', reason: 'Second half' },
    change: { kind: 'term_changed', termId, basedOn: null, document: tighter },
  });
  if (!gathered.ok || gathered.value.amendmentId === null) throw new Error('not gathered');
  return gathered.value.amendmentId;
}

async function propose(amendmentId: number, effectiveFrom = '2023-07-01') {
  return proposeAmendment(store, by(cast.person.petra), {
    ...{ contractId, amendmentId, effectiveFrom, reason: 'Second half' },
  });
}

const approve = (person: { id: number; name: string; role: string }, amendmentId: number) =>
  approveAmendment(store, by(person), { contractId, amendmentId });

const targetOn = async (day: string) =>
  (await termsInForce(store.read, everything, day, cast.vendor.brittle.id))[0]?.version.term.target;

describe('an amendment', () => {
  it('is gathered without a change, proposed, and approved by somebody else', async () => {
    const amendmentId = await gather();
    expect(await targetOn('2023-08-01')).toBe('80');
    expect(await approve(cast.person.pablo, amendmentId)).toMatchObject({
      reason: { code: 'amendment_not_proposed' },
    });
    expect(await propose(amendmentId)).toMatchObject({ ok: true });
    expect(await approve(cast.person.petra, amendmentId)).toMatchObject({
      reason: { code: 'approval_own' },
    });
    expect(await targetOn('2023-08-01')).toBe('80');
    expect(await approve(cast.person.pablo, amendmentId)).toMatchObject({ ok: true });
    expect(await targetOn('2023-06-30')).toBe('80');
    expect(await targetOn('2023-07-01')).toBe('90');
    expect(await approve(cast.person.mona, amendmentId)).toMatchObject({
      reason: { code: 'amendment_not_proposed' },
    });
  });

  it('leaves every version readable', async () => {
    const amendmentId = await gather();
    await propose(amendmentId);
    await approve(cast.person.pablo, amendmentId);
    expect(await versionsOfContract(store.read, contractId)).toMatchObject([
      { version: 1, effectiveFrom: '2023-01-01' },
      { version: 2, effectiveFrom: '2023-07-01', reason: 'Second half' },
    ]);
    const targets = async (version: number) => {
      const all = await versionsOfContract(store.read, contractId);
      const { id = 0 } = all.find((one) => one.version === version) ?? {};
      const kept = await findVersion(store.read, contractId, id);
      return (kept?.document['terms'] as { target: number }[]).map(({ target }) => target);
    };
    expect(await targets(1)).toEqual([80]);
    expect(await targets(2)).toEqual([80, 90]);
  });

  it('dated back evaluates its months again and posts differences beside what stands', async () => {
    const end = '2024-01-20';
    await evaluateDueContracts(store, testNow, end);
    const entries = () =>
      store.read
        .select()
        .from(creditEntries)
        .where(eq(creditEntries.contractId, contractId))
        .orderBy(creditEntries.postedAt, creditEntries.id);
    const before = await entries();
    expect(before.length).toBeGreaterThan(0);
    const amendmentId = await gather();
    await propose(amendmentId);
    await approve(cast.person.pablo, amendmentId);
    const [stale] = await store.read
      .select()
      .from(contractEvaluations)
      .where(eq(contractEvaluations.contractId, contractId));
    expect(stale?.stale).toBe(true);
    await evaluateDueContracts(store, new Date('2024-01-21T08:00:00.000Z'), end);
    const after = await entries();
    const kept = after.filter(({ id }) => before.some((one) => one.id === id));
    expect(kept).toEqual(before);
    const posted = after.filter(({ id }) => !before.some((one) => one.id === id));
    expect(posted.length).toBeGreaterThan(0);
    // The first half of the year is as it was.
    expect(posted.every(({ period }) => period >= 2023 * 12 + 6)).toBe(true);
    const versions = new Set(
      (await store.read.select().from(evaluations)).flatMap((one) =>
        one.termId === termId ? one.versionId : [],
      ),
    );
    expect(versions.size).toBe(2);
  });

  it('keeps its reason as it was read, without what nobody sees', async () => {
    const amendmentId = await gather();
    await proposeAmendment(store, by(cast.person.petra), {
      ...{ contractId, amendmentId, effectiveFrom: '2023-07-01', reason: ' Second\0 half ' },
    });
    const proposed = await findAmendment(store.read, everything, contractId, amendmentId);
    expect(proposed?.reason).toBe('Second half');
  });

  it('gathers several changes, of fields and of terms, and applies all or none', async () => {
    const amendmentId = await gather();
    const contract = await findContract(store.read, everything, contractId);
    if (!contract) throw new Error('no contract');
    const file = await wholeContract(store.read, everything, contract);
    const changed = await fieldsChangedBy(store, by(cast.person.petra), {
      contractId,
      file: { ...file, terms: [], fee: '120000', ends: '2025-12-31', renewal: 'express' },
    });
    expect(changed).toEqual({
      ok: true,
      value: { fee: '120000.00', ends: '2025-12-31', renewal: 'express' },
    });
    if (!changed.ok) return;
    await changeAgreement(store, by(cast.person.petra), {
      ...{ contractId, effectiveFrom: null, reason: '' },
      change: { kind: 'fields', fields: changed.value },
    });
    const open = await findAmendment(store.read, everything, contractId, amendmentId);
    expect(open?.changes.map(({ kind }) => kind)).toEqual(['fields', 'term_changed']);
    await propose(amendmentId);
    await approve(cast.person.mona, amendmentId);
    const after = await findContract(store.read, everything, contractId);
    expect(after).toMatchObject({ endsOn: '2025-12-31', renewal: 'express' });
    const said = after && (await wholeContract(store.read, everything, after));
    expect(said).toMatchObject({ fee: null, fee_after: '120000.00' });
    const fees = after && (await feesByContract(store.read, [after])).get(contractId);
    const feeIn = (month: string) => fees?.of(parsePeriod(month) ?? 0)?.minor;
    expect(['2023-01', '2023-06', '2023-07', '2026-01', '2055-01'].map(feeIn)).toEqual([
      10_000_000, 10_000_000, 12_000_000, 12_000_000, 12_000_000,
    ]);
  });

  it('is refused while it is gathered where it could not be applied', async () => {
    const wrong = await changeAgreement(store, by(cast.person.petra), {
      ...{ contractId, effectiveFrom: null, reason: 'Typo' },
      change: {
        kind: 'term_changed',
        termId,
        basedOn: null,
        document: { ...tighter, target: 'x' },
      },
    });
    expect(wrong).toMatchObject({ ok: false, reason: { code: 'number_invalid' } });
    const nothing = await changeAgreement(store, by(cast.person.petra), {
      ...{ contractId, effectiveFrom: null, reason: '' },
      change: { kind: 'fields', fields: {} },
    });
    expect(nothing).toMatchObject({ reason: { code: 'amendment_empty' } });
  });

  describe('of the settlement terms', () => {
    const gatherTerms = async (terms: Partial<SettlementTerms>) => {
      const before = await settlementTermsOf(store.read, contractId);
      const gathered = await changeAgreement(store, by(cast.person.petra), {
        ...{ contractId, effectiveFrom: null, reason: 'Claims' },
        change: { kind: 'settlement', before, terms: { ...before, ...terms } },
      });
      if (!gathered.ok || gathered.value.amendmentId === null) throw new Error('not gathered');
      return gathered.value.amendmentId;
    };

    it('takes nothing back that another one changed since it was proposed', async () => {
      const first = await gatherTerms({ claimDays: 30 });
      expect(await propose(first, '2023-01-01')).toMatchObject({ ok: true });
      const second = await gatherTerms({ bonusPercent: '2' });
      expect(await propose(second, '2023-01-01')).toMatchObject({ ok: true });
      expect(await approve(cast.person.pablo, first)).toMatchObject({ ok: true });
      expect(await approve(cast.person.pablo, second)).toMatchObject({
        reason: { code: 'changed_meanwhile' },
      });
      expect(await settlementTermsOf(store.read, contractId)).toMatchObject({
        claimDays: 30,
        bonusPercent: null,
      });
    });

    it('holds for all months: another day than the contract’s first is refused', async () => {
      const amendmentId = await gatherTerms({ claimDays: 30 });
      expect(await propose(amendmentId, '2023-07-01')).toMatchObject({
        reason: {
          code: 'settlement_from_start',
          params: { starts: '2023-01-01' },
          field: 'effectiveFrom',
        },
      });
      expect(await propose(amendmentId, '2023-01-01')).toMatchObject({ ok: true });
    });
  });

  it('can be turned down with a reason, or withdrawn, and changes nothing then', async () => {
    const first = await gather();
    await propose(first);
    const reject = (remarks: string) =>
      rejectAmendment(store, by(cast.person.mona), { contractId, amendmentId: first, remarks });
    expect(await reject('')).toMatchObject({ reason: { code: 'required' } });
    expect(await reject('Too strict')).toMatchObject({ ok: true });
    const second = await gather();
    expect(second).not.toBe(first);
    const back = () =>
      withdrawAmendment(store, by(cast.person.petra), { contractId, amendmentId: second });
    expect(await back()).toMatchObject({ ok: true });
    expect(await back()).toMatchObject({ reason: { code: 'amendment_decided' } });
    expect(await targetOn('2023-08-01')).toBe('80');
  });

  it('has one renewal to decide, however many are proposed at once', async () => {
    await store.transact(async (tx) => {
      const express = { renewal: 'express' as const, endsOn: '2024-06-30' };
      await tx.update(contracts).set(express).where(eq(contracts.id, contractId));
    });
    const renew = (person: { id: number; name: string; role: string }) =>
      renewContract(store, by(person), { contractId, ends: '2024-12-31', reason: 'Agreed' });
    const { petra, pablo } = cast.person;
    const outcomes = await Promise.all([renew(petra), renew(pablo), renew(petra)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason.code]));
    expect(codes).toEqual(['renewal_proposed', 'renewal_proposed']);
    expect(await store.read.$count(amendments, eq(amendments.state, 'proposed'))).toBe(1);
    expect(await findContract(store.read, everything, contractId)).toMatchObject({
      endsOn: '2024-06-30',
    });
  });

  it('is rehearsed within an open transaction without undoing what that wrote before', async () => {
    const act = by(cast.person.petra);
    const change = { kind: 'term_ended', termId, lastDay: '2023-12-31' } as const;
    await store.transact(async (tx) => {
      await tx.update(contracts).set({ title: 'Kept' }).where(eq(contracts.id, contractId));
      const changes = { contractId, changes: [change], effectiveFrom: null, reason: 'Trial' };
      expect(await tryChanges(store, act, changes)).toMatchObject({ ok: true });
    });
    expect(await findContract(store.read, everything, contractId)).toMatchObject({ title: 'Kept' });
    expect(await targetOn('2024-01-31')).toBe('80');
  });

  it('renews by agreement: proposed, approved by somebody else, as a step with its reason', async () => {
    const renew = (ends: string, reason = 'Agreed by mail') =>
      renewContract(store, by(cast.person.petra), { contractId, ends, reason });
    expect(await renew('2027-12-31')).toMatchObject({ reason: { code: 'renewal_not_express' } });
    await store.transact(async (tx) => {
      const express = { renewal: 'express' as const, endsOn: '2024-06-30' };
      await tx.update(contracts).set(express).where(eq(contracts.id, contractId));
    });
    expect(await renew('2024-06-30')).toMatchObject({ reason: { code: 'renewal_not_later' } });
    expect(await renew('soon')).toMatchObject({ reason: { code: 'not_a_date' } });
    expect(await renew('2024-12-31', ' ')).toMatchObject({ reason: { code: 'required' } });
    const renewal = await renew('2024-12-31');
    if (!renewal.ok) throw new Error(renewal.reason.code);
    expect(await renew('2025-06-30')).toMatchObject({ reason: { code: 'renewal_proposed' } });
    const { amendmentId } = renewal.value;
    expect(await approve(cast.person.petra, amendmentId)).toMatchObject({
      reason: { code: 'approval_own' },
    });
    const stands = async () => (await findContract(store.read, everything, contractId))?.endsOn;
    expect(await stands()).toBe('2024-06-30');
    expect(await approve(cast.person.pablo, amendmentId)).toMatchObject({ ok: true });
    expect(await stands()).toBe('2024-12-31');
    const steps = await stepsOfContract(store.read, contractId);
    expect(steps.at(-1)).toMatchObject({ step: 'renewed', remarks: 'Agreed by mail' });
    expect((await versionsOfContract(store.read, contractId)).at(-1)).toMatchObject({
      effectiveFrom: '2024-07-01',
    });
    const [stale] = await store.read
      .select()
      .from(contractEvaluations)
      .where(eq(contractEvaluations.contractId, contractId));
    expect(stale?.stale).toBe(true);
  });

  it('changes a draft at once', async () => {
    await store.transact(async (tx) => {
      await tx.update(contracts).set({ state: 'draft' }).where(eq(contracts.id, contractId));
    });
    const changed = await changeAgreement(store, by(cast.person.petra), {
      ...{ contractId, effectiveFrom: null, reason: 'Before signing' },
      change: { kind: 'term_changed', termId, basedOn: null, document: tighter },
    });
    expect(changed).toEqual({ ok: true, value: { amendmentId: null } });
  });
});
