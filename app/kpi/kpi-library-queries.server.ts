import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { alias } from '~db/columns';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import type { Reader } from '~db/store.server';
import { directions, kpiCategories } from './kpi-definition';

type Sort = 'code' | 'name' | 'category';
type Filter = 'category' | 'better';
export type KpiListQuery = ListQuery<Sort, Filter>;

export const kpiListSpec: ListSpec<Sort, Filter> = {
  sorts: ['code', 'name', 'category'],
  defaultSort: 'code',
  filters: { category: kpiCategories, better: directions },
};

const samples = alias(kpis, 'samples');

/**
 * The KPI library as asked for, with the KPI that counts each one's sample and how many SLA terms promise it. The library
 * is for everyone inside.
 */
export async function listKpis(
  reader: Reader,
  query: KpiListQuery,
  locale: 'en' | 'zh-CN',
  window = pageWindow(query),
) {
  const name = locale === 'en' ? kpis.nameEn : kpis.nameZh;
  const column = { code: kpis.code, name, category: kpis.category }[query.sort];
  const by = query.dir === 'asc' ? asc : desc;
  return reader
    .select({
      kpi: kpis,
      sample: { nameEn: samples.nameEn, nameZh: samples.nameZh },
      terms:
        sql<number>`(select count(*) from sla_terms where sla_terms.kpi_id = kpis.id and sla_terms.withdrawn_at is null)`.mapWith(
          Number,
        ),
    })
    .from(kpis)
    .leftJoin(samples, eq(samples.code, kpis.sampleKpiCode))
    .where(condition(query))
    .orderBy(by(column), asc(kpis.code))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countKpis(reader: Reader, query: KpiListQuery): Promise<number> {
  return reader.$count(kpis, condition(query));
}

function condition({ search, filters }: KpiListQuery) {
  const categories = kpiCategories.filter((category) => filters.category.includes(category));
  const better = directions.filter((direction) => filters.better.includes(direction));
  const words = sql`${kpis.code} || ' ' || ${kpis.nameEn} || ' ' || ${kpis.nameZh} || ' ' || cast(${kpis.aliases} as text)`;
  return and(
    holdsText(search, words),
    categories.length > 0 ? inArray(kpis.category, categories) : undefined,
    better.length > 0 ? inArray(kpis.better, better) : undefined,
  );
}

/** One KPI of the library, or null. */
export async function findKpi(reader: Reader, kpiId: number) {
  const [row] = await reader.select().from(kpis).where(eq(kpis.id, kpiId));
  return row ?? null;
}

export async function findKpiByCode(reader: Reader, code: string) {
  const [row] = await reader.select().from(kpis).where(eq(kpis.code, code));
  return row ?? null;
}

/** How many terms of contracts within the scope promise a KPI. */
export async function countTermsOfKpi(
  reader: Reader,
  scope: Scope,
  kpiId: number,
): Promise<number> {
  const [row] = await reader
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(slaTerms)
    .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
    .where(
      and(
        eq(slaTerms.kpiId, kpiId),
        isNull(slaTerms.withdrawnAt),
        withinScope(scope, contracts.vendorId),
      ),
    );
  return row?.count ?? 0;
}

/** KPIs by name for forms that choose one by its code. */
export async function kpiChoices(reader: Reader, locale: 'en' | 'zh-CN') {
  const label = locale === 'en' ? kpis.nameEn : kpis.nameZh;
  return reader.select({ value: kpis.code, label }).from(kpis).orderBy(asc(label));
}
