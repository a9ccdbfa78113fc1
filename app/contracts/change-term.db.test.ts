import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { slaTermVersions } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { addTerm } from './add-term.server';
import { changeTerm } from './change-term.server';
import { loadContractDocuments } from './load-contract-documents.server';
import { findTerm, termsInForce } from './term-queries.server';
import { withdrawTerm } from './withdraw-term.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const act = (scope: Act['scope'] = everything): Act => ({
  actor: { kind: 'command' },
  now: testNow,
  scope,
});

function change(more: Record<string, unknown> = {}, input: Record<string, unknown> = {}) {
  const { contractId, termId } = cast.vendor.harbour;
  const document = { kpi: 'OTD_PCT', target: 85, effective_from: '2023-07-01', ...more };
  const request = { contractId, termId, document, reason: 'Amendment 1', basedOn: null, ...input };
  return changeTerm(store, act(), request);
}

async function versions() {
  const { contractId } = cast.vendor.harbour;
  const [contract] = await loadContractDocuments(store.read, everything, [contractId]);
  return contract?.terms[0]?.versions.map(({ term, effectiveFrom, effectiveTo }) => [
    term.target,
    effectiveFrom,
    effectiveTo,
  ]);
}

describe('a change of a term', () => {
  it('holds from its day, in the past too, and marks the contract for evaluation', async () => {
    expect(await change()).toMatchObject({ ok: true });
    expect(await versions()).toEqual([
      ['80', '2023-01-01', '2023-06-30'],
      ['85', '2023-07-01', '2024-12-31'],
    ]);
    expect(await store.read.select().from(contractEvaluations)).toMatchObject([
      { contractId: cast.vendor.harbour.contractId, stale: true },
    ]);
    const on = async (day: string) =>
      (await termsInForce(store.read, everything, day, cast.vendor.harbour.id)).map(
        ({ version }) => version.term.target,
      );
    expect(await on('2022-12-31')).toEqual([]);
    expect(await on('2023-06-30')).toEqual(['80']);
    expect(await on('2023-07-01')).toEqual(['85']);
    expect(await on('2025-01-01')).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string, string]>([
    ['another KPI', { kpi: 'CANCEL_PCT' }, {}, 'term_kpi_fixed', 'kpi'],
    ['another market', { scope: { market: 'FR' } }, {}, 'term_scope_fixed', 'scope.market'],
    ['no reason', {}, { reason: ' ' }, 'required', 'reason'],
    ['a stale form', {}, { basedOn: 1 }, 'changed_meanwhile', ''],
    ['a term elsewhere', {}, { contractId: 1 }, 'not_found', ''],
    ['a warning on the bad side', { warn_at: 84 }, {}, 'warn_at_wrong_side', 'warn_at'],
    [
      'a day after the contract',
      { effective_from: '2025-01-01' },
      {},
      'term_after_contract',
      'effective_from',
    ],
  ])('is refused: %s', async (_, document, input, code, field) => {
    const outcome = await change(document, input);
    expect(outcome).toMatchObject({ ok: false, reason: { code } });
    if (!outcome.ok) expect(outcome.reason.field ?? '').toBe(field);
    expect(await versions()).toHaveLength(1);
  });

  it('is refused where it changes nothing', async () => {
    await change();
    expect(await change()).toMatchObject({ ok: false, reason: { code: 'term_unchanged' } });
  });

  it('keeps its reason without what nobody sees', async () => {
    await change({}, { reason: ' Amendment\0 1 ' });
    const kept = await store.read.select({ reason: slaTermVersions.reason }).from(slaTermVersions);
    expect(kept.map(({ reason }) => reason)).toContain('Amendment 1');
  });

  it('is none of a person who does not reach the vendor', async () => {
    const { contractId, termId } = cast.vendor.harbour;
    const scope = { kind: 'vendor' as const, vendorId: cast.vendor.brittle.id };
    const request = { contractId, termId, document: {}, reason: 'x', basedOn: null };
    expect(await changeTerm(store, act(scope), request)).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await findTerm(store.read, scope, contractId, termId)).toBeNull();
  });
});

describe('an added term', () => {
  it('takes its operator from the KPI and its place after the others', async () => {
    const { contractId } = cast.vendor.harbour;
    const document = { kpi: 'CANCEL_PCT', target: '2.50', scope: { market: 'FR' } };
    const added = await addTerm(store, act(), { contractId, document, reason: null });
    if (!added.ok) throw new Error(JSON.stringify(added));
    expect(await findTerm(store.read, everything, contractId, added.value.termId)).toMatchObject({
      position: 1,
      market: 'FR',
      unit: '%',
      versions: [{ version: 1, term: { operator: 'lte', target: '2.5' } }],
    });
  });

  it('stores nothing of a document that is wrong', async () => {
    const { contractId } = cast.vendor.harbour;
    const before = await store.read.$count(slaTermVersions);
    for (const document of [null, 7, [], { kpi: 'OTD_PCT' }, { kpi: 3, target: 1 }])
      expect(await addTerm(store, act(), { contractId, document, reason: null })).toMatchObject({
        ok: false,
      });
    expect(await store.read.$count(slaTermVersions)).toBe(before);
  });
});

describe('a term that ends', () => {
  const withdraw = (lastDay: string) => {
    const { contractId, termId } = cast.vendor.harbour;
    return withdrawTerm(store, act(), { contractId, termId, lastDay, reason: 'Agreed' });
  };

  it('holds to its last day', async () => {
    await change();
    expect(await withdraw('2023-05-31')).toMatchObject({ ok: true });
    expect(await versions()).toEqual([['80', '2023-01-01', '2023-05-31']]);
  });

  it('is out of the contract where it never held', async () => {
    await withdraw('2022-12-31');
    expect(await versions()).toBeUndefined();
    expect(await change()).toMatchObject({ ok: false, reason: { code: 'term_withdrawn' } });
  });

  it('needs a day', async () => {
    expect(await withdraw('2023-02-30')).toMatchObject({ reason: { code: 'not_a_date' } });
  });
});
