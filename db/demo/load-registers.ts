import { eq } from 'drizzle-orm';
import { defineKpis } from '~/kpi/define-kpis.server';
import { loadRates } from '~/rates/load-rates.server';
import { readRateFiles } from '~/rates/rate-file';
import { changeSetting } from '~/settings/change-setting.server';
import { addDays } from '~/shared/calendar';
import { csvLines } from '~/shared/csv';
import { firstDay, periodOf, periodOfDate, periodsBetween } from '~/shared/period';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { importVendors } from '~/vendors/import-vendors.server';
import { keepMarket } from '~/vendors/keep-market.server';
import { keepService } from '~/vendors/keep-service.server';
import { vendors } from '~db/schema/vendors';
import { AIR, demoAirports, demoCarriers } from './carriers';
import { demoFile, type Figures } from './figures';
import { DEMO_NOW } from './people';
import { tierAnswersFor } from './offering-figures';
import { mustBeDone, mustHaveNoFaults, setupAct, type Event, type Portal } from './step';

/** The month whose rates, with all before it, are the first to be loaded. */
const FIRST_RATES = periodOf(2022, 4);

export type Registers = {
  serviceId: number;
  /** Keys by code. */
  markets: Map<string, number>;
  vendors: Map<string, number>;
};

/** Settings, KPI library, markets, the service and the carriers. */
export async function loadRegisters(
  { store }: Portal,
  figures: Figures,
  at: string,
): Promise<Registers> {
  const act = setupAct(at);
  mustBeDone(
    await changeSetting(store, act, { name: 'house_currency', value: 'CNY' }),
    'set the currency',
  );
  mustHaveNoFaults(
    await defineKpis(store, act, demoFile('airline-otp/kpi-definitions.csv')),
    'define the KPIs',
  );
  const markets = await loadMarkets(store, at);
  const { serviceId } = mustBeDone(
    await keepService(store, act, null, {
      code: AIR,
      nameEn: 'Air transport',
      nameZh: '航空运输',
      requiredCertificates: 'Safety audit; Liability insurance',
      recoveryDays: '30',
    }),
    'add the service',
  );
  mustHaveNoFaults(
    await importVendors(store, act, carrierFile(figures), { create: false }),
    'register the carriers',
  );
  const rows = await store.read.select({ id: vendors.id, code: vendors.code }).from(vendors);
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  for (const [code, vendorId] of ids)
    mustBeDone(
      await gradeVendor(store, act, vendorId, tierAnswersFor(figures, code)),
      `grade ${code}`,
    );
  await store.transact(async (tx) => {
    await tx.update(vendors).set({ demonstration: true }).where(eq(vendors.demonstration, false));
  });
  return { serviceId, markets, vendors: ids };
}

/** The European Central Bank's rates: of all months before a day at first, then of each month once it is over. */
export function rateHistory({ store }: Portal): Event[] {
  const { rates, faults } = readRateFiles(
    demoFile('reference/fx-monthly.csv'),
    demoFile('reference/fx-month-end.csv'),
  );
  if (faults.length > 0) throw new Error(`the demo's rates: ${JSON.stringify(faults[0])}`);
  const last = periodOfDate(DEMO_NOW.slice(0, 10)) - 1;
  return periodsBetween(FIRST_RATES, last).map((period) => ({
    at: `${addDays(firstDay(period + 1), 1)}T05:00:00.000Z`,
    async run(at) {
      await loadRates(store, setupAct(at), {
        rates: rates.filter((rate) =>
          period === FIRST_RATES ? rate.period <= period : rate.period === period,
        ),
        source: 'ECB',
      });
    },
  }));
}

async function loadMarkets(store: Portal['store'], at: string): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const add = async (
    market: { code: string; nameEn: string; nameZh: string },
    level: string,
    parent: string | null,
  ) => {
    const parentId = parent === null ? '' : String(ids.get(parent));
    const input = { ...market, level, parent: parentId };
    const added = mustBeDone(await keepMarket(store, setupAct(at), null, input), 'add a market');
    ids.set(market.code, added.marketId);
  };
  await add({ code: 'GLOBAL', nameEn: 'Global', nameZh: '全球' }, 'global', null);
  await add({ code: 'NA', nameEn: 'North America', nameZh: '北美' }, 'region', 'GLOBAL');
  await add({ code: 'US', nameEn: 'United States', nameZh: '美国' }, 'country', 'NA');
  await add({ code: 'CA', nameEn: 'Canada', nameZh: '加拿大' }, 'country', 'NA');
  for (const airport of demoAirports) await add(airport, 'city', 'US');
  // A second region, so that one can tell regional from global: nothing is measured in it.
  await add({ code: 'EA', nameEn: 'East Asia', nameZh: '东亚' }, 'region', 'GLOBAL');
  await add({ code: 'CN', nameEn: 'China', nameZh: '中国' }, 'country', 'EA');
  await add({ code: 'JP', nameEn: 'Japan', nameZh: '日本' }, 'country', 'EA');
  return ids;
}

function carrierFile({ carriers }: Figures): string {
  const parents = new Map(demoCarriers.map(({ code, parent }) => [code, parent ?? '']));
  return csvLines([
    ['code', 'name', 'former_name', 'country', 'parent', 'status'],
    ...carriers.map(({ code, name, formerName }) => [
      code,
      name,
      formerName,
      'US',
      parents.get(code) ?? '',
      'approved',
    ]),
  ]);
}
