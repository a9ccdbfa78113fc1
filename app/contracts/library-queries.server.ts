import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Directions } from './contract-file';
import type { Library } from './library';

/** The KPI library, the services, and those of the markets that are there, by code. */
export async function loadLibrary(
  reader: Reader,
  marketCodes: readonly string[],
): Promise<Library> {
  const kpiRows = await reader
    .select({ code: kpis.code, id: kpis.id, better: kpis.better, unit: kpis.unit })
    .from(kpis);
  const serviceRows = await reader.select({ code: services.code, id: services.id }).from(services);
  const marketRows =
    marketCodes.length === 0
      ? []
      : await reader
          .select({ code: markets.code, id: markets.id })
          .from(markets)
          .where(inArray(markets.code, [...new Set(marketCodes)]));
  return {
    kpis: new Map(kpiRows.map(({ code, ...kpi }) => [code, kpi])),
    services: new Map(serviceRows.map(({ code, id }) => [code, id])),
    markets: new Map(marketRows.map(({ code, id }) => [code, id])),
  };
}

/** The KPI library's directions alone. */
export async function kpiDirections(reader: Reader): Promise<Directions> {
  const rows = await reader.select({ code: kpis.code, better: kpis.better }).from(kpis);
  return new Map(rows.map(({ code, better }) => [code, better]));
}

/** What the KPIs are called in a language, and in what they are measured, by code. */
export async function kpiNames(reader: Reader, locale: 'en' | 'zh-CN') {
  const rows = await reader
    .select({ code: kpis.code, en: kpis.nameEn, zh: kpis.nameZh, unit: kpis.unit })
    .from(kpis);
  return new Map(
    rows.map(({ code, en, zh, unit }) => [code, { name: locale === 'en' ? en : zh, unit }]),
  );
}

/** A vendor within the scope, by its code; null where there is none. */
export async function vendorByCode(reader: Reader, scope: Scope, code: string) {
  const [vendor] = await reader
    .select({ id: vendors.id, code: vendors.code, name: vendors.name, status: vendors.status })
    .from(vendors)
    .where(and(eq(vendors.code, code), withinScope(scope, vendors.id)));
  return vendor ?? null;
}

/** The vendors within the scope, by name, with where each stands. */
export async function vendorChoices(reader: Reader, scope: Scope) {
  return reader
    .select({ code: vendors.code, name: vendors.name, status: vendors.status })
    .from(vendors)
    .where(withinScope(scope, vendors.id))
    .orderBy(asc(vendors.name));
}

/** What the forms of contracts and terms let choose from: KPIs, services, and markets within the scope, by code. */
export async function libraryChoices(reader: Reader, scope: Scope) {
  return {
    kpis: await reader
      .select({
        code: kpis.code,
        nameEn: kpis.nameEn,
        nameZh: kpis.nameZh,
        unit: kpis.unit,
        better: kpis.better,
        min: kpis.min,
        max: kpis.max,
      })
      .from(kpis)
      .orderBy(asc(kpis.code)),
    services: await serviceChoices(reader),
    markets: await marketChoices(reader, scope),
  };
}
