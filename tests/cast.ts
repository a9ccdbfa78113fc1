import { eq } from 'drizzle-orm';
import { hashPassword } from '~/auth/password.server';
import type { Role } from '~/auth/permission';
import { periodOf, periodsBetween } from '~/shared/period';
import { randomId } from '~db/columns';
import { tierChecks, type TierCheck } from '~/vendors/tier';
import { people } from '~db/schema/auth';
import { contracts, contractScopes, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { certificates, offerings, services, vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { standingClock } from '~/shared/clock';

/** The day on which tests play: Friday 12 January 2024, eight in the morning in London. */
export const testNow = new Date('2024-01-12T08:00:00.000Z');
export const testClock = standingClock(testNow.toISOString());

/** Everybody's password in the cast. */
export const castPassword = 'correct horse battery';

export type CastVendor = {
  id: number;
  code: string;
  name: string;
  contractId: number;
  termId: number;
};
export type CastPerson = { id: number; email: string; name: string; role: Role };

export type Cast = Awaited<ReturnType<typeof castInto>>;

const FIRST = periodOf(2023, 1);
const LAST = periodOf(2023, 12);
const created = '2022-11-01T09:00:00.000Z';

/**
 * A small company for tests: a tree of markets (WORLD > EUROPE > FR > PARIS, WORLD > ASIA > CN), two services, three
 * KPIs, four vendors of line-haul in France with a contract, a term (on time at least 80) and their months of 2023, and
 * people of every role. Nothing is evaluated yet, nobody is signed in.
 */
export async function castInto(store: Store) {
  const passwordHash = await sharedHash();
  return store.transact(async (tx) => {
    const market = await castMarkets(tx);
    const service = await castServices(tx);
    const kpi = await castKpis(tx);
    const registers = { market, service, kpi };
    const vendor = {
      /** Keeps every promise. */
      harbour: await castVendor(tx, registers, {
        code: 'HARBOUR',
        name: 'Harbour Line',
        country: 'FR',
        onTime: () => 95,
      }),
      /** Misses its target every month. */
      brittle: await castVendor(tx, registers, {
        code: 'BRITTLE',
        name: 'Brittle Freight',
        country: 'GB',
        onTime: (month) => 76 - month,
      }),
      /** Delivers well and reports late: December is not there. */
      tardy: await castVendor(tx, registers, {
        code: 'TARDY',
        name: 'Tardy Post',
        country: 'FR',
        onTime: (month) => (month === 12 ? null : 91),
      }),
      /** Perfect, and without the certificate that the service asks for. */
      polar: await castVendor(tx, registers, {
        code: 'POLAR',
        name: 'Polar Swift',
        country: 'CN',
        onTime: () => 100,
        certified: false,
      }),
    };
    const add = (name: string, role: Role, more: Partial<typeof people.$inferInsert> = {}) =>
      castPerson(tx, { name, role, passwordHash, ...more });
    return {
      market,
      service,
      kpi,
      vendor,
      person: {
        petra: await add('Petra Procurement', 'procurement'),
        pablo: await add('Pablo Procurement', 'procurement'),
        mona: await add('Mona Manager', 'manager'),
        marek: await add('Marek Manager', 'manager'),
        /** Reaches Asia alone: the four vendors, who offer in France, are none of his. */
        remy: await add('Remy Reach', 'manager', { reachMarketId: market.asia.id }),
        ada: await add('Ada Auditor', 'auditor'),
        alan: await add('Alan Administrator', 'administrator'),
        hanna: await add('Hanna Harbour', 'vendor', { vendorId: vendor.harbour.id }),
        bruno: await add('Bruno Brittle', 'vendor', {
          vendorId: vendor.brittle.id,
          locale: 'zh-CN',
        }),
      },
    };
  });
}

let hash: Promise<string> | undefined;
function sharedHash(): Promise<string> {
  return (hash ??= hashPassword(castPassword));
}

async function castPerson(
  tx: Tx,
  { name, role, ...more }: { name: string; role: Role } & Partial<typeof people.$inferInsert>,
): Promise<CastPerson> {
  const id = randomId();
  const email = `${name.toLowerCase().split(' ')[0]}@example.com`;
  await tx.insert(people).values({ ...more, id, email, name, role, createdAt: created });
  return { id, email, name, role };
}

type Place = { id: number; code: string; path: string };

async function castMarkets(tx: Tx) {
  const add = async (
    code: string,
    nameEn: string,
    nameZh: string,
    level: (typeof markets.$inferInsert)['level'],
    parent: Place | null,
  ): Promise<Place> => {
    const id = randomId();
    const path = `${parent?.path ?? '/'}${id}/`;
    const parentId = parent?.id ?? null;
    await tx.insert(markets).values({ id, code, nameEn, nameZh, level, parentId, path });
    return { id, code, path };
  };
  const world = await add('WORLD', 'World', '全球', 'global', null);
  const europe = await add('EUROPE', 'Europe', '欧洲', 'region', world);
  const france = await add('FR', 'France', '法国', 'country', europe);
  const paris = await add('PARIS', 'Paris', '巴黎', 'city', france);
  const asia = await add('ASIA', 'Asia', '亚洲', 'region', world);
  const china = await add('CN', 'China', '中国', 'country', asia);
  return { world, europe, france, paris, asia, china };
}

async function castServices(tx: Tx) {
  const haulage = { id: randomId(), code: 'LINEHAUL' };
  const support = { id: randomId(), code: 'SUPPORT' };
  await tx.insert(services).values([
    {
      ...haulage,
      nameEn: 'Line-haul',
      nameZh: '干线运输',
      requiredCertificates: ['ISO 9001'],
      recoveryDays: 30,
    },
    { ...support, nameEn: 'Voice support', nameZh: '语音客服', requiredCertificates: [] },
  ]);
  return { haulage, support };
}

async function castKpis(tx: Tx) {
  const onTime = { id: randomId(), code: 'OTD_PCT' };
  const cancelled = { id: randomId(), code: 'CANCEL_PCT' };
  const runs = { id: randomId(), code: 'RUNS' };
  const percent = { unit: '%', category: 'operational', min: '0', max: '100' } as const;
  await tx.insert(kpis).values([
    {
      ...onTime,
      ...percent,
      nameEn: 'On-time arrival rate',
      nameZh: '准点率',
      better: 'higher',
      sampleKpiCode: 'RUNS',
      aliases: ['On-time %', '准点率(%)'],
    },
    {
      ...cancelled,
      ...percent,
      nameEn: 'Cancellation rate',
      nameZh: '取消率',
      better: 'lower',
      sampleKpiCode: 'RUNS',
      aliases: [],
    },
    {
      ...runs,
      nameEn: 'Runs',
      nameZh: '运行班次',
      unit: 'count',
      better: 'higher',
      category: 'operational',
      min: '0',
      aliases: [],
    },
  ]);
  return { onTime, cancelled, runs };
}

type Registers = {
  market: Awaited<ReturnType<typeof castMarkets>>;
  service: Awaited<ReturnType<typeof castServices>>;
  kpi: Awaited<ReturnType<typeof castKpis>>;
};
type Part = {
  code: string;
  name: string;
  country: string;
  /** On-time arrivals of a month (1 to 12) in percent; null is no reading. */
  onTime: (month: number) => number | null;
  certified?: boolean;
};

async function castVendor(tx: Tx, registers: Registers, part: Part): Promise<CastVendor> {
  const { code, name, country } = part;
  const id = randomId();
  await tx.insert(vendors).values({
    id,
    code,
    name,
    country,
    formerNames: [],
    status: 'active',
    tier: 'preferred',
    createdAt: created,
  });
  await tx.insert(offerings).values({
    vendorId: id,
    serviceId: registers.service.haulage.id,
    marketId: registers.market.france.id,
    capacity: '5000',
    sharePercent: '25',
    unitPrice: '100.00',
    currency: 'EUR',
    switchDays: 45,
  });
  if (part.certified !== false) {
    await tx.insert(certificates).values({
      vendorId: id,
      kind: 'ISO 9001',
      number: `${code}-9001`,
      issuedOn: '2022-06-01',
      expiresOn: '2025-05-31',
    });
  }
  const contract = await castContract(tx, registers, id, code);
  await castReadings(tx, registers, id, part);
  return { id, code, name, ...contract };
}

async function castContract(tx: Tx, { kpi, service }: Registers, vendorId: number, code: string) {
  const contractId = randomId();
  const termId = randomId();
  await tx.insert(contracts).values({
    id: contractId,
    number: `${code}-2023`,
    title: `Line-haul ${code}`,
    vendorId,
    state: 'active',
    startsOn: '2023-01-01',
    endsOn: '2024-12-31',
    currency: 'EUR',
    feeMinor: 10_000_000,
    creditCapPercent: '10',
    reportDueDay: 10,
    graceDays: 0,
    createdAt: created,
  });
  await tx.insert(contractScopes).values({ contractId, serviceId: service.haulage.id });
  await tx.insert(slaTerms).values({ id: termId, contractId, position: 0, kpiId: kpi.onTime.id });
  await tx.insert(slaTermVersions).values({
    termId,
    version: 1,
    document: onTimeTerm,
    createdAt: created,
  });
  return { contractId, termId };
}

/** On time at least 80, every default written out, as contracts keep their terms. */
const onTimeTerm = {
  kpi: 'OTD_PCT',
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
  sources: [
    'system_log',
    'third_party_audit',
    'customer_feedback',
    'internal_review',
    'vendor_report',
  ],
  effective_from: null,
  effective_to: null,
};

const RUNS_A_MONTH = 1000;

async function castReadings(tx: Tx, { kpi }: Registers, vendorId: number, part: Part) {
  const reportId = randomId();
  const months = periodsBetween(FIRST, LAST).flatMap((period) => {
    const percent = part.onTime(period - FIRST + 1);
    return percent === null ? [] : [{ period, percent }];
  });
  await tx.insert(reports).values({
    id: reportId,
    vendorId,
    state: 'accepted',
    source: 'vendor_report',
    channel: 'file',
    firstPeriod: months[0]?.period ?? null,
    lastPeriod: months.at(-1)?.period ?? null,
    readingCount: months.length,
    createdAt: created,
    submittedAt: '2024-01-05T10:00:00.000Z',
    decidedAt: '2024-01-08T10:00:00.000Z',
  });
  await tx.insert(readings).values(
    months.map(({ period, percent }) => ({
      reportId,
      vendorId,
      kpiId: kpi.onTime.id,
      period,
      source: 'vendor_report' as const,
      value: String(percent),
      numerator: String((percent * RUNS_A_MONTH) / 100),
      denominator: String(RUNS_A_MONTH),
      sampleSize: String(RUNS_A_MONTH),
    })),
  );
}

/**
 * Every check that a tier can ask for, passed by nobody in particular and signed off by the auditor; those named are failed or
 * left out.
 */
export async function passChecks(
  store: Store,
  vendorId: number,
  { failed = [], without = [] }: { failed?: TierCheck[]; without?: TierCheck[] } = {},
): Promise<void> {
  const [signer] = await store.read
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, 'auditor'));
  const signedOffBy = signer?.id ?? null;
  const rows = tierChecks
    .filter((kind) => !without.includes(kind))
    .map((kind) => {
      const result = failed.includes(kind) ? ('failed' as const) : ('passed' as const);
      const signed = { signedOffBy, openedAt: created, expiresOn: '2024-12-31' };
      return { vendorId, kind, state: result, result, ...signed };
    });
  await store.transact((tx) => tx.insert(dueDiligenceChecks).values(rows));
}
