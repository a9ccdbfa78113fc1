import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { auditEntries } from '~db/schema/audit';
import { contracts, slaTermVersions } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { findContract } from './contract-queries.server';
import { importContract } from './import-contract.server';
import { loadContractDocuments } from './load-contract-documents.server';
import { wholeContract } from './whole-contract.server';
import { termsOfContracts } from './term-queries.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const onTime = { kpi: 'OTD_PCT', target: 80, warn_at: 82 };
const banded = {
  kpi: 'CANCEL_PCT',
  target: 2,
  bands: [
    { severity: 'minor', from: 2, to: 4, credit_percent: 2 },
    { severity: 'critical', from: 4, to: null, credit_percent: 10 },
  ],
  credit: { method: 'tiered' },
};

function file(more: Record<string, unknown> = {}) {
  return {
    number: 'C-1',
    vendor: 'HARBOUR',
    starts: '2023-01-01',
    ends: '2024-12-31',
    title: 'Line-haul in France',
    services: ['LINEHAUL'],
    markets: ['FR'],
    currency: 'USD',
    fees: { '2023-01': '100000.00', '2023-02': '110000.50' },
    credit_cap_percent: 10,
    report_due: { day: 10, grace_days: 5 },
    time_zone: 'Europe/Paris',
    terms: [onTime, banded],
    ...more,
  };
}

async function imported(more: Record<string, unknown> = {}) {
  const outcome = await importContract(store, act, file(more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function refusals(more: Record<string, unknown>) {
  const before = await store.read.$count(contracts);
  const outcome = await importContract(store, act, file(more));
  expect(await store.read.$count(contracts)).toBe(before);
  return outcome.ok
    ? null
    : (outcome.fields ?? [outcome.reason]).map(({ code, field }) => [code, field]);
}

async function documentOf(contractId: number) {
  const [document] = await loadContractDocuments(store.read, everything, [contractId]);
  if (!document) throw new Error('not stored');
  return document;
}

describe('import of a contract', () => {
  it('stores the document so that it comes out again as it went in', async () => {
    const { contractId, contract, terms } = await imported();
    expect({ contract, terms }).toEqual({
      contract: 'created',
      terms: { added: 2, changed: 0, unchanged: 0, untouched: 0 },
    });
    const stored = await documentOf(contractId);
    expect(stored).toMatchObject({ vendorId: cast.vendor.harbour.id, lastDay: '2024-12-31' });
    expect(stored.document).toMatchObject({
      number: 'C-1',
      vendor: 'HARBOUR',
      currency: 'USD',
      fee: null,
      fees: { '2023-01': '100000.00', '2023-02': '110000.50' },
      credit_cap_percent: '10',
      report_due: { day: 10, grace_days: 5 },
      time_zone: 'Europe/Paris',
    });
    expect(stored.terms.map(({ versions }) => versions[0])).toMatchObject([
      {
        effectiveFrom: '2023-01-01',
        effectiveTo: '2024-12-31',
        term: { kpi: 'OTD_PCT', operator: 'gte', target: '80', warn_at: '82' },
      },
      { term: { kpi: 'CANCEL_PCT', operator: 'lte', target: '2' } },
    ]);
  });

  it('does nothing the second time', async () => {
    await imported();
    await store.transact(async (tx) => {
      await tx.update(contractEvaluations).set({ stale: false });
    });
    const entries = await store.read.$count(auditEntries);
    expect(await imported()).toMatchObject({
      contract: 'unchanged',
      terms: { added: 0, changed: 0, unchanged: 2, untouched: 0 },
    });
    expect(await store.read.$count(auditEntries)).toBe(entries);
    expect(await store.read.$count(contractEvaluations, eq(contractEvaluations.stale, true))).toBe(
      0,
    );
  });

  it('lets a changed term hold from its date, once', async () => {
    const { contractId } = await imported();
    const changed = { terms: [{ ...onTime, target: 81, effective_from: '2023-07-01' }, banded] };
    expect((await imported(changed)).terms).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await imported(changed)).terms).toMatchObject({ changed: 0, unchanged: 2 });
    const [first] = (await documentOf(contractId)).terms;
    expect(
      first?.versions.map(({ term, effectiveFrom, effectiveTo }) => [
        term.target,
        effectiveFrom,
        effectiveTo,
      ]),
    ).toEqual([
      ['80', '2023-01-01', '2023-06-30'],
      ['81', '2023-07-01', '2024-12-31'],
    ]);
    const [flag] = await store.read
      .select()
      .from(contractEvaluations)
      .where(eq(contractEvaluations.contractId, contractId));
    expect(flag?.stale).toBe(true);
  });

  it('takes the date of the file where a changed term names none', async () => {
    const { contractId } = await imported();
    const changed = { effective_from: '2023-04-01', terms: [{ ...onTime, target: 79 }, banded] };
    expect((await imported(changed)).terms).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await imported(changed)).terms).toMatchObject({ changed: 0, unchanged: 2 });
    const [first] = (await documentOf(contractId)).terms;
    expect(first?.versions.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2023-01-01',
      '2023-04-01',
    ]);
  });

  it('keeps a version that a correction from the start has overtaken, in force on no day', async () => {
    const { contractId } = await imported();
    await imported({ terms: [{ ...onTime, target: 81 }, banded] });
    expect((await documentOf(contractId)).terms[0]?.versions).toHaveLength(1);
    const [term] = await termsOfContracts(store.read, everything, [contractId]);
    expect(term?.versions.map(({ term: { target }, replacedAt }) => [target, replacedAt])).toEqual([
      ['80', testNow.toISOString()],
      ['81', null],
    ]);
  });

  it('leaves terms alone that the file does not name, and says so', async () => {
    const { contractId } = await imported();
    expect((await imported({ terms: [onTime] })).terms).toMatchObject({
      unchanged: 1,
      untouched: 1,
    });
    expect((await documentOf(contractId)).terms).toHaveLength(2);
  });

  it('takes its own export back without a change, versions and all', async () => {
    const { contractId } = await imported();
    await imported({ terms: [{ ...onTime, target: 79, effective_from: '2023-07-01' }, banded] });
    const contract = await findContract(store.read, everything, contractId);
    if (!contract) throw new Error('not stored');
    const exported = await wholeContract(store.read, everything, contract);
    expect(await importContract(store, act, exported)).toMatchObject({
      value: { contract: 'unchanged', terms: { added: 0, changed: 0, unchanged: 3, untouched: 0 } },
    });
  });

  it('changes what the contract says beside its terms', async () => {
    const { contractId } = await imported();
    expect(await imported({ fees: undefined, fee: '9', title: undefined })).toMatchObject({
      contract: 'changed',
    });
    expect((await documentOf(contractId)).document).toMatchObject({ fee: '9.00', fees: null });
    const [row] = await store.read.select().from(contracts).where(eq(contracts.id, contractId));
    expect(row?.title).toBe('Line-haul in France');
  });

  it.each<[string, Record<string, unknown>, [string, string][]]>([
    ['an end before the start', { ends: '2022-12-31' }, [['ends_before_start', 'ends']]],
    ['no start', { starts: undefined }, [['field_missing', 'starts']]],
    ['an unknown vendor', { vendor: 'NOBODY' }, [['vendor_unknown', 'vendor']]],
    ['an unknown service', { services: ['MOON'] }, [['service_unknown', 'services.0']]],
    ['an unknown market', { markets: ['FR', 'MOON'] }, [['market_unknown', 'markets.1']]],
    ['markets alone', { services: undefined }, [['contract_markets_without_services', 'services']]],
    [
      'an unknown KPI',
      { terms: [{ kpi: 'NOPE', operator: 'gte', target: 1 }] },
      [['kpi_unknown', 'terms.0.kpi']],
    ],
    [
      'a field that nobody knows',
      { terms: [{ ...onTime, taget: 3 }] },
      [['field_unknown', 'terms.0.taget']],
    ],
    [
      'bands with a gap',
      {
        terms: [
          {
            ...onTime,
            bands: [
              { severity: 'minor', from: 78, to: 80 },
              { severity: 'serious', from: null, to: 77 },
            ],
          },
        ],
      },
      [['band_gap', 'terms.0.bands.1.to']],
    ],
    [
      'a term after the contract',
      { terms: [{ ...onTime, effective_from: '2025-01-01' }] },
      [['term_after_contract', 'terms.0.effective_from']],
    ],
    [
      'a pool without the share at risk',
      {
        terms: [
          { ...onTime, credit: { method: 'pool', pool_percent: 50, allocation_percent: 40 } },
        ],
      },
      [['at_risk_percent_missing', 'at_risk_percent']],
    ],
  ])('refuses %s and stores nothing', async (_, change, reasons) => {
    expect(await refusals(change)).toEqual(reasons);
  });

  it('refuses what is no contract at all', async () => {
    expect(await importContract(store, act, [1])).toMatchObject({
      ok: false,
      reason: { code: 'document_not_object' },
    });
  });

  it('refuses another vendor for a number that is taken', async () => {
    await imported();
    expect(await refusals({ vendor: 'BRITTLE' })).toEqual([['contract_vendor_fixed', 'vendor']]);
  });

  it('stores nothing of a contract when one of its terms is wrong the second time', async () => {
    const { contractId } = await imported();
    await refusals({
      fees: undefined,
      fee: '1',
      terms: [{ ...onTime, effective_from: '2031-01-01' }],
    });
    expect((await documentOf(contractId)).document.fee).toBeNull();
    expect(await store.read.$count(slaTermVersions)).toBe(6);
  });

  it('knows no vendor outside the scope', async () => {
    const remy: Act = {
      ...act,
      scope: { kind: 'reach', marketId: cast.market.asia.id, path: cast.market.asia.path },
    };
    expect(await importContract(store, remy, file())).toMatchObject({
      reason: { code: 'vendor_unknown' },
    });
  });
});
