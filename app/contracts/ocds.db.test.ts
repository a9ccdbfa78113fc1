import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { findContractByNumber } from './contract-queries.server';
import { importContract } from './import-contract.server';
import { importOcds } from './import-ocds.server';
import { fileOfOcds, ocdsState, readOcds, releasePackage } from './ocds';
import { readOcdsTable } from './ocds-table';
import { wholeContract } from './whole-contract.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };
const table = readFileSync('tests/data/ocds-contracts/contracts.csv', 'utf8');

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  await castInto(store);
});

async function stored(number: string) {
  const contract = await findContractByNumber(store.read, everything, number);
  if (!contract) throw new Error(`no contract ${number}`);
  return { contract, document: await wholeContract(store.read, everything, contract) };
}

async function released(number: string) {
  const { contract, document } = await stored(number);
  const vendor = { code: contract.vendorCode, name: contract.vendorName };
  const state = ocdsState(contract.state);
  return releasePackage({ document, vendor, state, house: 'House', date: testNow.toISOString() });
}

describe('public contracts of the OCDS table', () => {
  it('come in where one supplier and the dates are known; the others are refused with why', async () => {
    const { contracts, faults } = readOcdsTable(table);
    expect(faults).toEqual([]);
    expect(contracts).toHaveLength(18);
    const answers = await importOcds(store, act, contracts, { create: true });
    const refused = answers.filter(({ answer }) => answer === 'refused');
    expect(answers.filter(({ answer }) => answer === 'created')).toHaveLength(7);
    expect(refused).toHaveLength(11);
    const codes = new Map<string, number>();
    for (const { reasons } of refused)
      for (const { code } of reasons) codes.set(code, (codes.get(code) ?? 0) + 1);
    expect([...codes]).toEqual([
      ['ocds_no_supplier', 3],
      ['ocds_no_start', 3],
      ['ocds_no_end', 3],
      ['ocds_many_suppliers', 8],
    ]);
    const { contract } = await stored('273637-infocenter-s-a-1');
    expect(contract).toMatchObject({
      ...{ vendorName: 'INFOCENTER S.A', startsOn: '2016-06-28', endsOn: '2018-06-28' },
      ...{ currency: 'PYG', totalValueMinor: 2_809_999_872, signedOn: '2016-06-28' },
    });
    expect((await stored('280555-consorcio-siemens-rieder-500-kv-1')).contract).toMatchObject({
      ...{ currency: 'USD', totalValueMinor: 4_523_375_600 },
    });
    // A second time nothing is new.
    const again = await importOcds(store, act, contracts, { create: true });
    expect(again.filter(({ answer }) => answer === 'unchanged')).toHaveLength(7);
  });

  it('are refused where the supplier is no vendor and none may be entered', async () => {
    const { contracts } = readOcdsTable(table);
    const [first] = await importOcds(store, act, contracts.slice(0, 1), { create: false });
    expect(first).toMatchObject({ reasons: [{ code: 'ocds_supplier_unknown' }] });
  });
});

describe('a release', () => {
  it('comes back as the contract that went out, whatever we model', async () => {
    const file = {
      ...{ number: 'R-1', vendor: 'HARBOUR', title: 'Line-haul', currency: 'USD', fee: '1000.50' },
      ...{ starts: '2023-01-31', initial_months: 12, renewal: 'tacit', renewal_months: 6 },
      ...{
        services: ['LINEHAUL'],
        markets: ['FR'],
        total_value: '12006.00',
        signed_on: '2023-01-15',
      },
      ...{ notice_months: 3, vendor_notice_days: 60, governing_law: 'France', payment_days: 30 },
      pricing: { model: 'per_unit', units: [{ unit: 'pallet', price: '1.25' }] },
      terms: [{ kpi: 'OTD_PCT', target: 80, effective_from: '2023-07-01' }],
    };
    expect(await importContract(store, act, file)).toMatchObject({ ok: true });
    const { document } = await stored('R-1');
    const read = readOcds(JSON.parse(JSON.stringify(await released('R-1'))));
    if (!read.ok || !read.value[0]) throw new Error('not read');
    const back = fileOfOcds(read.value[0], 'HARBOUR');
    if (!back.ok) throw new Error('not a file');
    expect({ ...back.value, ocid: null }).toEqual({ ...document, ocid: null });
    expect(await importContract(store, act, { ...back.value, ocid: null })).toMatchObject({
      value: { contract: 'unchanged', terms: { added: 0, changed: 0 } },
    });
  });

  it('of many contracts in one package comes back as all of them, into a store that has none', async () => {
    const { contracts } = readOcdsTable(table);
    const answers = await importOcds(store, act, contracts, { create: true });
    const numbers = answers.flatMap(({ answer, number }) => (answer === 'created' ? [number] : []));
    expect(numbers).toHaveLength(7);
    const documents = await Promise.all(numbers.map(async (one) => (await stored(one)).document));
    const packages = await Promise.all(numbers.map(released));
    const sent = { ...packages[0], releases: packages.flatMap(({ releases }) => releases) };
    const read = readOcds(JSON.parse(JSON.stringify(sent)));
    if (!read.ok) throw new Error('not read');
    expect(read.value).toHaveLength(7);
    store = await freshStore();
    const there = await importOcds(store, act, read.value, { create: true });
    expect(there.map(({ answer }) => answer)).toEqual(numbers.map(() => 'created'));
    for (const [place, number] of numbers.entries())
      expect((await stored(number)).document).toEqual(documents[place]);
  });

  it('says what the standard has fields for in those, so that others read it', async () => {
    const { contracts } = readOcdsTable(table);
    await importOcds(store, act, contracts.slice(0, 1), { create: true });
    const release = await released('273637-infocenter-s-a-1');
    const withoutOurs = JSON.parse(JSON.stringify(release), (name: string, value: unknown) =>
      name === 'mainstay' ? undefined : value,
    ) as unknown;
    const read = readOcds(withoutOurs);
    expect(read).toEqual({ ok: true, value: [{ ...contracts[0], status: 'active' }] });
    expect(release.releases[0]).toMatchObject({
      ocid: 'ocds-03ad3f-273637',
      tag: ['contract'],
      contracts: [{ value: { amount: 2_809_999_872, currency: 'PYG' } }],
    });
  });

  it('that is none is refused', () => {
    expect(readOcds({ hello: 1 })).toMatchObject({ reason: { code: 'ocds_unreadable' } });
    expect(readOcds({ releases: [] })).toMatchObject({ reason: { code: 'ocds_no_contract' } });
  });
});
