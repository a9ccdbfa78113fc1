import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { parsePeriod } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { contractEvaluations, creditEntries, evaluations } from '~db/schema/sla';
import { testNow } from '../../tests/cast';
import { findAmendment, findVersion, versionsOfContract } from './amendment-queries.server';
import { fieldsChangedBy } from './apply-changes.server';
import { findContract } from './contract-queries.server';
import { rejectAmendment, withdrawAmendment } from './decide-amendment.server';
import { changeAgreement } from './gather-change.server';
import { feesByContract } from './month-fees.server';
import { proposeAmendment } from './propose-amendment.server';
import { wholeContract } from './whole-contract.server';
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

async function gather() {
  const gathered = await changeAgreement(store, by(cast.person.petra), {
    ...{ contractId, effectiveFrom: '2023-07-01', reason: 'Second half' },
    change: { kind: 'term_changed', termId, basedOn: null, document: tighter },
  });
  if (!gathered.ok || gathered.value.amendmentId === null) throw new Error('not gathered');
  return gathered.value.amendmentId;
}

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
});
