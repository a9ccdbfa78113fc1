import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { contracts, slaTermVersions } from '~db/schema/contracts';
import { mails } from '~db/schema/notifications';
import { adoptions, standardTexts } from '~db/schema/standards';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/ledger';
import { approveRun, applyApproved } from './approve-run.server';
import { applyStandard, detachStandard } from './apply-standard.server';
import { versionsOfContract } from './amendment-queries.server';
import { changeTerm } from './change-term.server';
import { rejectAmendment } from './decide-amendment.server';
import { addStandardTerm, changeStandardTerm, createStandard } from './keep-standard.server';
import { runStandard } from './run-standard.server';
import { effectiveTerms } from './standard';
import { contractsOfRun, loadStandard, wholeTree } from './standard-queries.server';
import { termsInForce, termsOfContracts } from './term-queries.server';
import { latestVersion } from './term-version';

let store: Store;
let cast: Cast;
let act: Act;
let standardId: number;
let termIds: number[];

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { id, name, role } = cast.person.petra;
  act = {
    ...{ now: testNow, scope: everything },
    actor: { kind: 'person', personId: id, name, role, address: null },
  };
  const words = {
    code: 'ROAD',
    nameEn: 'Road',
    nameZh: '公路',
    market: String(cast.market.world.id),
  };
  standardId = value(await createStandard(store, act, words)).standardId;
  termIds = [];
  for (const document of [
    { kpi: 'OTD_PCT', target: 85 },
    { kpi: 'CANCEL_PCT', target: 2 },
    { kpi: 'OTD_PCT', target: 84, scope: { market: 'PARIS' } },
    { kpi: 'CANCEL_PCT', target: 4, scope: { market: 'PARIS' } },
    { kpi: 'RUNS', target: 100 },
  ])
    termIds.push(
      value(await addStandardTerm(store, act, { standardId, document, ...from('2024-01-01') }))
        .termId,
    );
});

const from = (effectiveFrom: string) => ({ effectiveFrom, reason: 'Board of March' });

function value<T>(outcome: { ok: true; value: T } | { ok: false }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function apply(contractIds: number[], more: Record<string, string> = {}) {
  const { runId } = value(
    await applyStandard(
      store,
      act,
      { standardId, contractIds },
      {
        ...{
          market: String(cast.market.france.id),
          effectiveFrom: '2024-02-01',
          existing: 'replace',
        },
        ...{ reason: 'One standard', ...more },
      },
    ),
  );
  await runStandard(store, act, runId);
  await approve(runId);
  return contractsOfRun(store.read, everything, runId);
}

async function change(termId: number, document: unknown, effectiveFrom: string, marketId?: number) {
  const outcome = await changeStandardTerm(store, act, {
    ...{ standardId, termId, document, ...from(effectiveFrom) },
    marketId: marketId ?? cast.market.world.id,
  });
  if (outcome.ok && outcome.value.runId !== null) await carry(outcome.value.runId);
  return outcome;
}

/** Somebody else approves what a run proposed, in one go. */
async function approve(runId: number) {
  const by = actOf(cast.person.pablo, '2024-01-20');
  const approved = await approveRun(store, by, { standardId, runId });
  if (approved.ok) await applyApproved(store, by, runId);
  return approved;
}

async function carry(runId: number) {
  await runStandard(store, act, runId);
  await approve(runId);
}

/** The target of a contract's term on time, with the day from which it holds. */
async function onTime(contractId: number) {
  const terms = await termsOfContracts(store.read, everything, [contractId]);
  const term = terms.find(({ kpi, market }) => kpi === 'OTD_PCT' && market === null);
  const latest = latestVersion(term?.versions ?? []);
  return [latest?.term.target, latest?.effectiveFrom];
}

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

describe('a changed standard', () => {
  it('reaches every contract that inherits it from its day, and none that overrides it', async () => {
    const { harbour, tardy, polar, brittle } = cast.vendor;
    await apply([harbour.contractId, tardy.contractId]);
    await apply([polar.contractId], { market: String(cast.market.china.id) });
    // Tardy's contract gets a text of its own by hand; China overrides the term for Polar's.
    const own = { kpi: 'OTD_PCT', target: 70, effective_from: '2024-02-15' };
    value(
      await changeTerm(store, act, {
        ...{ contractId: tardy.contractId, termId: tardy.termId, document: own },
        ...{ reason: 'Amendment 1', basedOn: null },
      }),
    );
    const china = { kpi: 'OTD_PCT', target: 75 };
    value(await change(termIds[0]!, china, '2024-02-01', cast.market.china.id));
    expect(await onTime(polar.contractId)).toEqual(['75', '2024-02-01']);

    value(await change(termIds[0]!, { kpi: 'OTD_PCT', target: 90 }, '2024-04-01'));
    expect(await onTime(harbour.contractId)).toEqual(['90', '2024-04-01']);
    expect(await onTime(tardy.contractId)).toEqual(['70', '2024-02-15']);
    expect(await onTime(polar.contractId)).toEqual(['75', '2024-02-01']);
    expect(await onTime(brittle.contractId)).toEqual(['80', null]);

    value(await change(termIds[0]!, null, '2024-05-01', cast.market.china.id));
    expect(await onTime(polar.contractId)).toEqual(['90', '2024-05-01']);
  });

  it('brings a new term to who follows it, and nothing to who no longer does', async () => {
    const { harbour, tardy } = cast.vendor;
    await apply([harbour.contractId, tardy.contractId]);
    const ids = { contractId: tardy.contractId, standardId };
    expect(await detachStandard(store, act, ids)).toEqual({ ok: true, value: undefined });
    expect(await detachStandard(store, act, ids)).toMatchObject({ reason: { code: 'not_found' } });
    const document = { kpi: 'RUNS', target: 50, scope: { market: 'CN' } };
    const { runId } = value(
      await addStandardTerm(store, act, { standardId, document, ...from('2024-03-01') }),
    );
    await carry(runId ?? 0);
    const count = async (contractId: number) =>
      (await termsOfContracts(store.read, everything, [contractId])).length;
    expect(await count(harbour.contractId)).toBe(6);
    expect(await count(tardy.contractId)).toBe(5);
  });

  it('retires a term in every contract that inherits it, and in none that overrides it', async () => {
    const { harbour, tardy, polar, brittle } = cast.vendor;
    await apply([harbour.contractId, tardy.contractId]);
    await apply([polar.contractId], { market: String(cast.market.china.id) });
    value(
      await changeTerm(store, act, {
        ...{ contractId: tardy.contractId, termId: tardy.termId, reason: 'Own', basedOn: null },
        document: { kpi: 'OTD_PCT', target: 70, effective_from: '2024-02-15' },
      }),
    );
    const china = { kpi: 'OTD_PCT', target: 75 };
    value(await change(termIds[0]!, china, '2024-02-01', cast.market.china.id));
    value(await change(termIds[0]!, null, '2024-05-01'));
    const holds = async (contractId: number, day: string) =>
      (await termsInForce(store.read, everything, day)).some(
        (term) => term.contractId === contractId && term.kpi === 'OTD_PCT' && term.market === null,
      );
    expect(await holds(harbour.contractId, '2024-04-30')).toBe(true);
    expect(await holds(harbour.contractId, '2024-05-01')).toBe(false);
    for (const { contractId } of [tardy, polar, brittle])
      expect(await holds(contractId, '2024-05-01')).toBe(true);
    expect(await onTime(harbour.contractId)).toEqual(['85', '2024-02-01']);
    expect(await change(termIds[0]!, null, '2024-06-01')).toMatchObject({
      reason: { code: 'term_unchanged' },
    });
    // Said again it comes back to who follows it.
    value(await change(termIds[0]!, { kpi: 'OTD_PCT', target: 88 }, '2024-07-01'));
    expect(await onTime(harbour.contractId)).toEqual(['88', '2024-07-01']);
    expect(await holds(harbour.contractId, '2024-06-30')).toBe(false);
    expect(await holds(harbour.contractId, '2024-07-01')).toBe(true);
  });

  it('is not given to who begins to follow after it was retired', async () => {
    value(await change(termIds[0]!, null, '2024-01-15'));
    const { contractId } = cast.vendor.harbour;
    expect(await apply([contractId])).toMatchObject([{ state: 'done', added: 4, changed: 0 }]);
    expect(await onTime(contractId)).toEqual(['80', null]);
  });

  it('counts a retired term no longer towards the share that may be overridden', async () => {
    const { france } = cast.market;
    value(await change(termIds[4]!, null, '2024-01-15'));
    expect(
      await change(termIds[0]!, { kpi: 'OTD_PCT', target: 70 }, '2024-02-01', france.id),
    ).toMatchObject({ reason: { code: 'override_above_share', params: { allowed: 0, terms: 4 } } });
  });

  it('is refused above the share of five terms, and stores nothing', async () => {
    const { france, world } = cast.market;
    value(await change(termIds[0]!, { kpi: 'OTD_PCT', target: 70 }, '2024-02-01', france.id));
    const texts = await store.read.$count(standardTexts);
    expect(
      await change(termIds[1]!, { kpi: 'CANCEL_PCT', target: 3 }, '2024-02-01', france.id),
    ).toMatchObject({
      reason: { code: 'override_above_share', params: { allowed: 1, terms: 5, share: 20 } },
    });
    expect(await store.read.$count(standardTexts)).toBe(texts);
    const standard = await loadStandard(store.read, standardId);
    const tree = await wholeTree(store.read);
    const [first] = effectiveTerms(standard!, tree, cast.market.paris.id, '2024-02-01');
    expect([first?.text.said?.target, first?.inherited?.said?.target]).toEqual(['70', '85']);
    expect(first?.inherited?.marketId).toBe(world.id);
  });

  it('says something new about the same KPI and scope, with a reason and a day', async () => {
    const said = { kpi: 'OTD_PCT', target: 85 };
    const code = async (
      document: unknown,
      more: Partial<{ effectiveFrom: string; reason: string }>,
    ) => {
      const outcome = await changeStandardTerm(store, act, {
        ...{ standardId, termId: termIds[0]!, document, marketId: cast.market.world.id },
        ...{ ...from('2024-02-01'), ...more },
      });
      return outcome.ok ? null : outcome.reason.code;
    };
    expect(await code(said, {})).toBe('term_unchanged');
    expect(await code({ ...said, kpi: 'RUNS' }, {})).toBe('term_kpi_fixed');
    expect(await code({ ...said, target: 86 }, { reason: ' ' })).toBe('required');
    expect(await code({ ...said, target: 86 }, { effectiveFrom: 'soon' })).toBe('not_a_date');
    const again = { standardId, document: said, ...from('2024-02-01') };
    expect(await addStandardTerm(store, act, again)).toMatchObject({
      reason: { code: 'standard_term_exists' },
    });
    const ofFirst = eq(standardTexts.termId, termIds[0]!);
    expect(await store.read.$count(standardTexts, ofFirst)).toBe(1);
    expect(await code({ ...said, target: 86 }, { reason: ' Board\0 of May ' })).toBeNull();
    const texts = await store.read.select().from(standardTexts).where(ofFirst);
    expect(texts.map(({ reason }) => reason)).toContain('Board of May');
  });
});
