import { periodOf, periodsBetween } from '~/shared/period';
import { randomId } from '~db/columns';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';

/** What a bench's store holds: vendors with a contract each, a term for every KPI, a reading for every term and month. */
export type Size = { vendors: number; kpis: number; months: number };
export type World = {
  vendorIds: number[];
  contractIds: number[];
  kpis: { id: number; code: string }[];
};

const LAST = periodOf(2023, 12);
export const asOf = '2024-01-12';
export const now = new Date(`${asOf}T08:00:00.000Z`);
const created = '2020-11-01T09:00:00.000Z';

/** Vendors fail from none to 20 of 120 months: a case in most terms, and some that fail more than others. */
const FAILS_OF = 120;
const MOST_FAILS = 21;
const VENDORS_AT_ONCE = 100;

/** Fills a store with a world of a size; the same size gives the same world, but for its keys. */
export async function fillWorld(
  store: Store,
  size: Size,
  more: { contracts?: boolean } = {},
): Promise<World> {
  const world: World = { vendorIds: [], contractIds: [], kpis: await addKpis(store, size.kpis) };
  await addPlace(store);
  for (let from = 0; from < size.vendors; from += VENDORS_AT_ONCE) {
    const count = Math.min(VENDORS_AT_ONCE, size.vendors - from);
    await addVendors(store, world, from, count);
    if (more.contracts !== false) await addContracts(store, world, from, count, size.months);
  }
  return world;
}

async function addKpis(store: Store, count: number) {
  const rows = Array.from({ length: count }, (_, n) => ({
    id: randomId(),
    code: `KPI_${n + 1}`,
    nameEn: `Measure ${n + 1}`,
    nameZh: `指标${n + 1}`,
    unit: '%',
    better: 'higher' as const,
    category: 'operational' as const,
    min: '0',
    max: '100',
    aliases: [],
  }));
  await store.transact((tx) => tx.insertMany(kpis, rows));
  return rows.map(({ id, code }) => ({ id, code }));
}

const service = { id: randomId(), code: 'HAUL' };
const place = { id: randomId(), code: 'WORLD' };

async function addPlace(store: Store): Promise<void> {
  await store.transact(async (tx) => {
    const named = { nameEn: 'World', nameZh: '全球' };
    await tx.insertMany(services, [{ ...service, ...named, requiredCertificates: [] }]);
    await tx.insertMany(markets, [{ ...place, ...named, level: 'global', path: `/${place.id}/` }]);
  });
}

/** Opens markets below the one that there is, with an offering of the vendor in each; returns their codes. */
export async function addMarkets(store: Store, vendorId: number, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, n) => {
    const id = randomId();
    const code = `M${n + 1}`;
    const named = { nameEn: `Market ${n + 1}`, nameZh: `市场${n + 1}` };
    return {
      id,
      code,
      ...named,
      level: 'region' as const,
      parentId: place.id,
      path: `/${place.id}/${id}/`,
    };
  });
  await store.transact(async (tx) => {
    await tx.insertMany(markets, rows);
    const offered = rows.map(({ id }) => ({ vendorId, serviceId: service.id, marketId: id }));
    await tx.insertMany(offerings, offered);
  });
  return rows.map(({ code }) => code);
}

async function addVendors(store: Store, world: World, from: number, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => ({
    id: randomId(),
    code: `V${from + n + 1}`,
    name: `Vendor ${String(from + n + 1).padStart(6, '0')}`,
    formerNames: [],
    country: ['FR', 'DE', 'CN', 'US'][(from + n) % 4] ?? 'FR',
    status: 'active' as const,
    tier: 'standard' as const,
    createdAt: created,
  }));
  await store.transact(async (tx) => {
    await tx.insertMany(vendors, rows);
    const offered = rows.map(({ id }) => ({
      vendorId: id,
      serviceId: service.id,
      marketId: place.id,
    }));
    await tx.insertMany(offerings, offered);
  });
  world.vendorIds.push(...rows.map(({ id }) => id));
}

async function addContracts(
  store: Store,
  world: World,
  from: number,
  count: number,
  months: number,
): Promise<void> {
  const first = LAST - months + 1;
  const startsOn = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01`;
  const agreed = contractsOf(world.vendorIds.slice(from, from + count), { from, startsOn });
  const terms = agreed.flatMap(({ id }) =>
    world.kpis.map((kpi, position) => ({
      id: randomId(),
      contractId: id,
      position,
      kpiId: kpi.id,
    })),
  );
  const codeOf = new Map(world.kpis.map(({ id, code }) => [id, code]));
  const periods = periodsBetween(first, LAST);
  const sent = agreed.map(({ vendorId }) => ({
    id: randomId(),
    vendorId,
    state: 'accepted' as const,
    source: 'vendor_report' as const,
    channel: 'file' as const,
    firstPeriod: first,
    lastPeriod: LAST,
    readingCount: periods.length * world.kpis.length,
    createdAt: created,
    submittedAt: '2024-01-05T10:00:00.000Z',
  }));
  await store.transact(async (tx) => {
    await tx.insertMany(contracts, agreed);
    await tx.insertMany(slaTerms, terms);
    await tx.insertMany(
      slaTermVersions,
      terms.map(({ id, kpiId }) => ({
        termId: id,
        version: 1,
        document: termDocument(codeOf.get(kpiId) ?? ''),
        createdAt: created,
      })),
    );
    await tx.insertMany(reports, sent);
    await tx.insertMany(readings, readingsOf(world, sent, periods));
  });
  world.contractIds.push(...agreed.map(({ id }) => id));
}

function contractsOf(
  vendorIds: readonly number[],
  { from, startsOn }: { from: number; startsOn: string },
) {
  return vendorIds.map((vendorId, n) => ({
    id: randomId(),
    number: `C-${from + n + 1}`,
    title: `Haulage ${from + n + 1}`,
    vendorId,
    state: 'active' as const,
    startsOn,
    currency: 'EUR',
    feeMinor: 10_000_000,
    creditCapPercent: '10',
    reportDueDay: 10,
    createdAt: created,
  }));
}

function* readingsOf(
  world: World,
  sent: readonly { id: number; vendorId: number }[],
  periods: readonly number[],
): Generator<typeof readings.$inferInsert> {
  for (const [n, { id, vendorId }] of sent.entries()) {
    for (const [k, kpi] of world.kpis.entries()) {
      for (const period of periods) {
        const fails = (period * 7 + n * 13 + k * 5) % FAILS_OF < n % MOST_FAILS;
        const value = fails ? 70 + ((n + k) % 9) : 85 + ((period + n + k) % 14);
        yield {
          reportId: id,
          vendorId,
          kpiId: kpi.id,
          period,
          source: 'vendor_report',
          value: String(value),
          sampleSize: '1000',
        };
      }
    }
  }
}

/** At least 80, with bands and credits, every default written out as contracts keep their terms. */
export function termDocument(kpi: string): Record<string, unknown> {
  return {
    kpi,
    operator: 'gte',
    target: '80',
    warn_at: '82',
    bands: [
      { severity: 'minor', from: '78', to: '80', points: '1', credit_percent: '2' },
      { severity: 'serious', from: '75', to: '78', points: '2', credit_percent: '5' },
      { severity: 'critical', from: null, to: '75', points: '4', credit_percent: '10' },
    ],
    window: { kind: 'calendar', months: 1 },
    aggregate: 'weighted_mean',
    min_sample: null,
    missing: 'serious',
    repeat: { consecutive: 3, n_of_m: null, multiplier: '1' },
    credit: { method: 'tiered' },
    earn_back: null,
    critical: false,
    round_to: null,
    scope: { service: null, market: null },
    sources: ['system_log', 'vendor_report'],
    effective_from: null,
    effective_to: null,
  };
}
