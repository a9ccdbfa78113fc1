import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { amendments, contracts } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import { versionsOfContract } from './amendment-queries.server';
import { tryChanges } from './apply-changes.server';
import { findContract } from './contract-queries.server';
import { stepsOfContract } from './contract-step-queries.server';
import { changeAgreement } from './gather-change.server';
import { settlementTermsOf } from './keep-settlement-terms.server';
import { renewContract } from './renew-contract.server';
import type { SettlementTerms } from './settlement-terms';
import {
  agreedContractForEach,
  store,
  cast,
  contractId,
  termId,
  by,
  tighter,
  propose,
  approve,
  targetOn,
} from '../../tests/casts/amendment-cast';

agreedContractForEach();

describe('an amendment of what was agreed beside the terms', () => {
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
