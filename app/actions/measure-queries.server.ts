import { and, asc, eq, isNull } from 'drizzle-orm';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { measureKey, type Measure, type NamedMeasure } from './measure';

const MOST = 500;

/** What a vendor has promised in its contracts, by KPI and place: what an action of it can be meant to move. */
export async function measuresOf(reader: Reader, vendorId: number): Promise<NamedMeasure[]> {
  const rows = await reader
    .selectDistinct({
      kpiId: kpis.id,
      code: kpis.code,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      unit: kpis.unit,
      better: kpis.better,
      serviceId: services.id,
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketId: markets.id,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
    })
    .from(slaTerms)
    .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
    .innerJoin(kpis, eq(kpis.id, slaTerms.kpiId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(and(eq(contracts.vendorId, vendorId), isNull(slaTerms.withdrawnAt)))
    .orderBy(asc(kpis.nameEn), asc(services.nameEn), asc(markets.nameEn))
    .limit(MOST);
  return rows.map(({ kpiId, serviceId, marketId, ...row }) => ({
    ...{ kpiId, serviceId, marketId },
    kpi: {
      ...{ code: row.code, nameEn: row.kpiEn, nameZh: row.kpiZh },
      ...{ unit: row.unit, better: row.better },
    },
    service: named(row.serviceEn, row.serviceZh),
    market: named(row.marketEn, row.marketZh),
  }));
}

function named(nameEn: string | null, nameZh: string | null) {
  return nameEn === null || nameZh === null ? null : { nameEn, nameZh };
}

/** The measure of a vendor that a form named by its key; null where it has none such. */
export async function findMeasure(
  reader: Reader,
  vendorId: number,
  key: string,
): Promise<Measure | null> {
  const found = (await measuresOf(reader, vendorId)).find((each) => measureKey(each) === key);
  if (!found) return null;
  const { kpiId, serviceId, marketId } = found;
  return { kpiId, serviceId, marketId };
}

/** What a term of a contract measures. */
export async function measureOfTerm(reader: Reader, termId: number): Promise<Measure | null> {
  const [term] = await reader
    .select({ kpiId: slaTerms.kpiId, serviceId: slaTerms.serviceId, marketId: slaTerms.marketId })
    .from(slaTerms)
    .where(eq(slaTerms.id, termId));
  return term ?? null;
}
