import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { contracts, slaTermVersions } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { importContract } from './import-contract.server';
import { onTime, contractFile, documentOf, imported } from '../../tests/cases/contract-file';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

async function refusals(more: Record<string, unknown>) {
  const before = await store.read.$count(contracts);
  const outcome = await importContract(store, act, contractFile(more));
  expect(await store.read.$count(contracts)).toBe(before);
  return outcome.ok
    ? null
    : (outcome.fields ?? [outcome.reason]).map(({ code, field }) => [code, field]);
}

describe('a file of a contract', () => {
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
    await imported(store);
    expect(await refusals({ vendor: 'BRITTLE' })).toEqual([['contract_vendor_fixed', 'vendor']]);
  });

  it('stores nothing of a contract when one of its terms is wrong the second time', async () => {
    const { contractId } = await imported(store);
    await refusals({
      fees: undefined,
      fee: '1',
      terms: [{ ...onTime, effective_from: '2031-01-01' }],
    });
    expect((await documentOf(store, contractId)).document.fee).toBeNull();
    expect(await store.read.$count(slaTermVersions)).toBe(6);
  });

  it('knows no vendor outside the scope', async () => {
    const remy: Act = {
      ...act,
      scope: { kind: 'reach', marketId: cast.market.asia.id, path: cast.market.asia.path },
    };
    expect(await importContract(store, remy, contractFile())).toMatchObject({
      reason: { code: 'vendor_unknown' },
    });
  });
});
