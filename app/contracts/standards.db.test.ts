import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { contracts, slaTermVersions } from '~db/schema/contracts';
import { mails } from '~db/schema/notifications';
import { adoptions } from '~db/schema/standards';
import { actOf } from '../../tests/ledger';
import { approveRun } from './approve-run.server';
import { applyStandard } from './apply-standard.server';
import { versionsOfContract } from './amendment-queries.server';
import { changeTerm } from './change-term.server';
import { rejectAmendment } from './decide-amendment.server';
import { addStandardTerm, changeStandardTerm } from './keep-standard.server';
import { runStandard } from './run-standard.server';
import { contractsOfRun } from './standard-queries.server';
import { termsOfContracts } from './term-queries.server';
import {
  standardForEach,
  store,
  cast,
  act,
  standardId,
  termIds,
  from,
  value,
  apply,
  change,
  approve,
  onTime,
} from '../../tests/casts/standard-cast';

standardForEach();

describe('a standard applied', () => {
  it('adds and changes terms, and does nothing the second time', async () => {
    const { contractId } = cast.vendor.harbour;
    expect(await apply([contractId])).toMatchObject([
      { state: 'done', added: 4, changed: 1, kept: 0 },
    ]);
    expect(await onTime(contractId)).toEqual(['85', '2024-02-01']);
    const versions = await store.read.$count(slaTermVersions);
    expect(await apply([contractId])).toMatchObject([
      { state: 'done', added: 0, changed: 0, kept: 0 },
    ]);
    expect(await store.read.$count(slaTermVersions)).toBe(versions);
    expect(await store.read.$count(adoptions)).toBe(1);
  });

  it('changes agreed contracts only once somebody else has approved, and drafts at once', async () => {
    const { harbour, tardy } = cast.vendor;
    await store.transact(async (tx) => {
      const draft = { state: 'draft' as const };
      await tx.update(contracts).set(draft).where(eq(contracts.id, tardy.contractId));
    });
    const input = {
      ...{ market: String(cast.market.france.id), effectiveFrom: '2024-02-01' },
      ...{ existing: 'replace', reason: 'One standard' },
    };
    const contractIds = [harbour.contractId, tardy.contractId];
    const { runId } = value(await applyStandard(store, act, { standardId, contractIds }, input));
    expect(await runStandard(store, act, runId)).toEqual({ contracts: 2, proposed: 1, refused: 0 });
    const rows = await contractsOfRun(store.read, everything, runId);
    const rowOf = (id: number) => rows.find(({ contractId }) => contractId === id);
    expect(rowOf(harbour.contractId)).toMatchObject({ state: 'proposed', added: 4, changed: 1 });
    expect(rowOf(tardy.contractId)).toMatchObject({ state: 'done', amendmentId: null });
    expect(await onTime(harbour.contractId)).toEqual(['80', null]);
    expect(await onTime(tardy.contractId)).toEqual(['85', '2024-02-01']);
    expect(await store.read.$count(adoptions)).toBe(1);
    expect(await approveRun(store, act, { standardId, runId })).toMatchObject({
      reason: { code: 'approval_own' },
    });
    expect(await approve(runId)).toMatchObject({ ok: true });
    expect(await onTime(harbour.contractId)).toEqual(['85', '2024-02-01']);
    expect(await versionsOfContract(store.read, harbour.contractId)).toHaveLength(2);
    expect(await approve(runId)).toMatchObject({ reason: { code: 'amendment_not_proposed' } });
    const letters = await store.read
      .select()
      .from(mails)
      .where(eq(mails.template, 'standardProposed'));
    expect(letters.length).toBeGreaterThan(0);
  });

  it('is not taken by a contract whose amendment is turned down, nor as something that was not shown', async () => {
    const { harbour, tardy } = cast.vendor;
    const input = {
      ...{ market: String(cast.market.france.id), effectiveFrom: '2024-02-01' },
      ...{ existing: 'replace', reason: 'One standard' },
    };
    const contractIds = [harbour.contractId, tardy.contractId];
    const { runId } = value(await applyStandard(store, act, { standardId, contractIds }, input));
    await runStandard(store, act, runId);
    const rows = await contractsOfRun(store.read, everything, runId);
    const amendmentOf = (id: number) =>
      rows.find(({ contractId }) => contractId === id)?.amendmentId ?? 0;
    await rejectAmendment(store, actOf(cast.person.mona, '2024-01-20'), {
      ...{ contractId: harbour.contractId, remarks: 'Not here' },
      amendmentId: amendmentOf(harbour.contractId),
    });
    value(
      await changeTerm(store, act, {
        ...{ contractId: tardy.contractId, termId: tardy.termId, basedOn: null, reason: 'By hand' },
        document: { kpi: 'OTD_PCT', target: 70, effective_from: '2024-02-15' },
      }),
    );
    expect(await approve(runId)).toMatchObject({ ok: true });
    expect(await contractsOfRun(store.read, everything, runId)).toMatchObject(
      rows.map(({ contractId }) =>
        contractId === harbour.contractId
          ? { state: 'refused', refusal: { code: 'standard_rejected' } }
          : { state: 'done' },
      ),
    );
    expect(await onTime(harbour.contractId)).toEqual(['80', null]);
    expect(await store.read.$count(adoptions)).toBe(1);
  });

  it('is proposed anew, from the earlier day, where an earlier change was not decided', async () => {
    const { contractId } = cast.vendor.harbour;
    await apply([contractId]);
    const marketId = cast.market.world.id;
    const say = async (target: number, day: string) =>
      value(
        await changeStandardTerm(store, act, {
          ...{ standardId, termId: termIds[0]!, marketId, ...from(day) },
          document: { kpi: 'OTD_PCT', target },
        }),
      ).runId ?? 0;
    const first = await say(88, '2024-03-01');
    await runStandard(store, act, first);
    const second = await say(90, '2024-04-01');
    await runStandard(store, act, second);
    expect(await contractsOfRun(store.read, everything, first)).toMatchObject([
      { state: 'refused', refusal: { code: 'standard_withdrawn' } },
    ]);
    await approve(second);
    expect(await onTime(contractId)).toEqual(['90', '2024-04-01']);
    const [term] = (await termsOfContracts(store.read, everything, [contractId])).filter(
      ({ kpi, market }) => kpi === 'OTD_PCT' && market === null,
    );
    expect(
      term?.versions.map(({ term: said, effectiveFrom }) => [said.target, effectiveFrom]),
    ).toEqual(
      expect.arrayContaining([
        ['88', '2024-03-01'],
        ['90', '2024-04-01'],
      ]),
    );
  });

  it('keeps what a contract has of its own where that is wanted', async () => {
    const { contractId } = cast.vendor.harbour;
    const [run] = await apply([contractId], { existing: 'keep' });
    expect(run).toMatchObject({ added: 4, changed: 0, kept: 1 });
    await change(termIds[0]!, { kpi: 'OTD_PCT', target: 90 }, '2024-03-01');
    expect(await onTime(contractId)).toEqual(['80', null]);
  });

  it('leaves a contract that can’t take all of it as it was, with the reason', async () => {
    const pool = { method: 'pool', pool_percent: 50, allocation_percent: 10 };
    const document = { kpi: 'RUNS', target: 9, credit: pool, scope: { market: 'PARIS' } };
    await addStandardTerm(store, act, { standardId, document, ...from('2024-01-01') });
    const { contractId } = cast.vendor.harbour;
    expect(await apply([contractId, cast.vendor.tardy.contractId])).toMatchObject([
      { state: 'refused', refusal: { code: 'at_risk_percent_missing' } },
      { state: 'refused' },
    ]);
    expect(await onTime(contractId)).toEqual(['80', null]);
    expect(await store.read.$count(adoptions)).toBe(0);
  });

  it('goes on where a run broke off', async () => {
    const { runId } = value(
      await applyStandard(
        store,
        act,
        { standardId, contractIds: [cast.vendor.harbour.contractId, cast.vendor.tardy.contractId] },
        {
          ...{ market: String(cast.market.france.id), effectiveFrom: '2024-02-01' },
          ...{ existing: 'replace', reason: 'x' },
        },
      ),
    );
    const told: [number, number][] = [];
    await runStandard(store, act, runId, (done, total) => told.push([done, total]));
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(await runStandard(store, act, runId)).toEqual({ contracts: 0, proposed: 0, refused: 0 });
  });

  it('asks for contracts within reach and a market within the standard', async () => {
    const input = { effectiveFrom: '2024-02-01', existing: 'keep', reason: 'x' };
    const at = (contractIds: number[], market: number) =>
      applyStandard(store, act, { standardId, contractIds }, { ...input, market: String(market) });
    expect(await at([], cast.market.france.id)).toMatchObject({
      reason: { code: 'contracts_missing' },
    });
    expect(await at([1], cast.market.france.id)).toMatchObject({
      reason: { code: 'not_a_choice' },
    });
    expect(await at([1], 7)).toMatchObject({ reason: { code: 'market_outside_standard' } });
  });
});
