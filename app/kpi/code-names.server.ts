import { formatMonth } from '~/shared/format';
import { nameFor } from '~/shared/named';
import { namedByCode } from '~/shared/named-by-code.server';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import type { Reader } from '~db/store.server';
import type { Names } from './describe-finding';

type Coded = { kpi: string | null; market: string | null };

/** What the KPIs and markets of findings or readings are called in a reader's language; a code that nobody knows stays. */
export async function namesOf(
  reader: Reader,
  locale: 'en' | 'zh-CN',
  coded: readonly Coded[],
): Promise<Names> {
  const ofKpi = await namedByCode(
    reader,
    kpis,
    coded.flatMap(({ kpi }) => kpi ?? []),
  );
  const ofMarket = await namedByCode(
    reader,
    markets,
    coded.flatMap(({ market }) => market ?? []),
  );
  return {
    kpi: (code) => nameFor(ofKpi(code), locale),
    market: (code) => nameFor(ofMarket(code), locale),
    month: (period) => formatMonth(period, locale),
  };
}

/** Months that wait for KPIs, with these by their names. */
export async function withNamesOfMissing<Due extends { missing: string[] }>(
  reader: Reader,
  locale: 'en' | 'zh-CN',
  due: readonly Due[],
): Promise<Due[]> {
  const coded = due.flatMap(({ missing }) => missing.map((kpi) => ({ kpi, market: null })));
  const names = await namesOf(reader, locale, coded);
  return due.map((each) => ({ ...each, missing: each.missing.map(names.kpi) }));
}
