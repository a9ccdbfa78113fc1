import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct, everything } from '~/auth/act';
import { verifyChain } from '~/audit/verify-chain.server';
import { defineKpis, keepKpi } from '~/kpi/define-kpis.server';
import { auditEntries } from '~db/schema/audit';
import { vendorIdentifiers } from '~db/schema/identifiers';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { importVendors } from './import-vendors.server';
import { findVendorByCode } from './vendor-queries.server';

let store: Store;
const act = commandAct(testNow);
beforeEach(async () => {
  store = await freshStore();
});

const header = 'code,name,former_name,country,parent,status,services,markets\n';
const carriers = `${header}WN,Southwest Airlines,,US,,active,AIR,ATL;BOS
AA,American Airlines Network,American Airlines Inc.,US,,active,AIR,BOS
MQ,Envoy Air,,US,AA,,AIR,
`;
const take = (text: string, create = true) => importVendors(store, act, text, { create });

async function rowCounts() {
  const count = (table: Parameters<typeof store.read.$count>[0]) => store.read.$count(table);
  return Promise.all([vendors, services, markets, offerings, auditEntries].map(count));
}

describe('vendor import', () => {
  it('adds vendors, and with --create what they are described with, under a global root', async () => {
    expect(await take(carriers)).toEqual({
      ok: true,
      value: {
        created: 3,
        changed: 0,
        unchanged: 0,
        services: ['AIR'],
        markets: ['ATL', 'BOS', 'GLOBAL'],
        offerings: 4,
        identifiers: 0,
      },
    });
    const [root] = await store.read.select().from(markets).where(eq(markets.code, 'GLOBAL'));
    const [boston] = await store.read.select().from(markets).where(eq(markets.code, 'BOS'));
    expect(root).toMatchObject({ level: 'global', parentId: null, path: `/${root?.id}/` });
    expect(boston).toMatchObject({
      level: 'city',
      parentId: root?.id,
      path: `/${root?.id}/${boston?.id}/`,
    });
    const envoy = await findVendorByCode(store.read, everything, 'MQ');
    const american = await findVendorByCode(store.read, everything, 'AA');
    expect(envoy).toMatchObject({ status: 'prospect', parentId: american?.id });
    expect(american?.formerNames).toEqual(['American Airlines Inc.']);
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  });

  it('changes nothing the second time, and only what a file says after that', async () => {
    await take(carriers);
    const before = await rowCounts();
    expect(await take(carriers)).toMatchObject({ value: { unchanged: 3, offerings: 0 } });
    expect(await rowCounts()).toEqual(before);
    expect(
      await take('code,name,status,services,markets\nWN,Southwest,suspended,AIR,LAX\n'),
    ).toMatchObject({ value: { created: 0, changed: 1, markets: ['LAX'], offerings: 1 } });
    expect(await findVendorByCode(store.read, everything, 'WN')).toMatchObject({
      name: 'Southwest',
      formerNames: ['Southwest Airlines'],
      status: 'suspended',
      country: 'US',
    });
  });

  it('stores nothing when one row is refused', async () => {
    const before = await rowCounts();
    const missing = await take(carriers, false);
    expect(missing).toMatchObject({ ok: false });
    const broken = await take(`${carriers}XX,Bad,,ZZ,NOBODY,active,AIR,\n`);
    expect(broken).toMatchObject({
      faults: [{ row: 5, column: 'country', reason: { code: 'country_unknown' } }],
    });
    expect(await take(`${carriers}XX,Bad,,,NOBODY,active,AIR,\n`)).toMatchObject({
      faults: [{ row: 5, column: 'parent', reason: { code: 'vendor_unknown' } }],
    });
    expect(await rowCounts()).toEqual(before);
  });
});

/** The check digits of a Legal Entity Identifier, see identifier.test.ts. */
function lei(number: number): string {
  const body = `TEST${String(number).padStart(14, '0')}`;
  const expanded = [...`${body}00`].map((sign) => String(parseInt(sign, 36))).join('');
  return body + String(98n - (BigInt(expanded) % 97n)).padStart(2, '0');
}

describe('a large vendor import', () => {
  const rows = Array.from({ length: 2000 }, (_, place) => {
    const parent = place >= 1000 ? `V${place - 1000}` : '';
    return `V${place},Vendor ${place},,DE,${parent},prospect,AIR;SEA,ATL;BOS,${lei(place)}`;
  });
  const file = (lines: string[]) => `${header.trim()},lei\n${lines.join('\n')}\n`;

  it('takes 2,000 vendors in one go, and changes them all in another', async () => {
    expect(await take(file(rows))).toMatchObject({
      ok: true,
      value: { created: 2000, offerings: 8000, identifiers: 2000 },
    });
    expect(await take(file(rows))).toMatchObject({
      value: { created: 0, unchanged: 2000, offerings: 0, identifiers: 0 },
    });
    const renamed = rows.map((row) => row.replace(',Vendor ', ',Firm '));
    expect(await take(file(renamed))).toMatchObject({ value: { changed: 2000 } });
    const child = await findVendorByCode(store.read, everything, 'V1500');
    const parent = await findVendorByCode(store.read, everything, 'V500');
    expect(child).toMatchObject({
      name: 'Firm 1500',
      formerNames: ['Vendor 1500'],
      parentId: parent?.id,
      createdAt: testNow.toISOString(),
    });
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  }, 60_000);

  it('takes none of them when one is wrong, and names every row', async () => {
    const wrong = rows.map((row, place) =>
      place % 500 === 7 ? row.replace(/\d$/, (figure) => String((Number(figure) + 1) % 10)) : row,
    );
    const before = await rowCounts();
    const answer = await take(file(wrong));
    expect(answer).toMatchObject({ ok: false });
    expect(
      answer.ok
        ? []
        : answer.faults.map(({ row, column, reason }) => `${row} ${column} ${reason.code}`),
    ).toEqual([9, 509, 1009, 1509].map((row) => `${row} lei identifier_check`));
    expect(await rowCounts()).toEqual(before);
    expect(await store.read.$count(vendorIdentifiers)).toBe(0);
  }, 60_000);

  it('refuses a number that another vendor holds', async () => {
    await take(file(rows.slice(0, 1)));
    expect(await take(`code,name,lei\nOTHER,Other,${lei(0)}\n`)).toMatchObject({
      faults: [
        {
          row: 2,
          column: 'lei',
          reason: { code: 'identifier_taken', params: { code: 'V0', vendor: 'Vendor 0' } },
        },
      ],
    });
  });
});

const definitions = `kpi_code,label_en,label_zh,unit,better,category,min,max,sample_kpi,aliases,formula
OTD_PCT,On time,准点率,%,higher,operational,0,100,RUNS,On-time %;准点率(%),100 * on / runs
RUNS,Runs,班次,count,higher,operational,0,,,,
`;

describe('KPI library', () => {
  it('takes a definitions file, all rows or none, and twice as once', async () => {
    expect(await defineKpis(store, act, definitions)).toEqual({
      ok: true,
      value: { created: 2, changed: 0, unchanged: 0 },
    });
    expect(await defineKpis(store, act, definitions)).toMatchObject({ value: { unchanged: 2 } });
    const bad = `${definitions}LATE,Late,晚点率,%,lower,operational,0,100,NONE,,\n`;
    expect(await defineKpis(store, act, bad.replace('On time', 'Punctual'))).toMatchObject({
      faults: [{ row: 4, column: 'sample_kpi' }],
    });
    expect(await store.read.$count(kpis)).toBe(2);
    expect(await defineKpis(store, act, definitions.replace(',0,100,', ',0,99.5,'))).toMatchObject({
      value: { changed: 1, unchanged: 1 },
    });
  });

  it('keeps codes, and names that tell KPIs apart', async () => {
    await defineKpis(store, act, definitions);
    const [runs] = await store.read.select().from(kpis).where(eq(kpis.code, 'RUNS'));
    const fields = {
      code: 'RUNS',
      nameEn: 'Runs',
      nameZh: '班次',
      unit: 'count',
      better: 'higher',
      category: 'operational',
    };
    const keep = (change: object) => keepKpi(store, act, runs?.id ?? 0, { ...fields, ...change });
    expect(await keep({ code: 'TRIPS' })).toMatchObject({ reason: { code: 'code_is_fixed' } });
    expect(await keep({ aliases: 'on TIME' })).toMatchObject({
      reason: { code: 'heading_shared', field: 'aliases' },
    });
    expect(await keep({ sampleKpiCode: 'RUNS' })).toMatchObject({
      reason: { code: 'sample_is_itself' },
    });
    expect(await keep({ min: '5', max: '1' })).toMatchObject({
      reason: { code: 'range_reversed' },
    });
    expect(await keep({ aliases: 'Trips' })).toMatchObject({ ok: true });
    expect(await keepKpi(store, act, null, fields)).toMatchObject({
      reason: { code: 'already_exists' },
    });
  });
});
