import { inArray } from 'drizzle-orm';
import { formatMonth } from '~/shared/format';
import { nameFor, type Named } from '~/shared/named';
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
  const kpiCodes = [...new Set(coded.flatMap(({ kpi }) => kpi ?? []))];
  const marketCodes = [...new Set(coded.flatMap(({ market }) => market ?? []))];
  const named = (rows: (Named & { code: string })[]) => {
    const byCode = new Map(rows.map((row) => [row.code, nameFor(row, locale) || row.code]));
    return (code: string) => byCode.get(code) ?? code;
  };
  const read = (table: typeof kpis | typeof markets, codes: string[]) =>
    codes.length === 0
      ? []
      : reader
          .select({ code: table.code, nameEn: table.nameEn, nameZh: table.nameZh })
          .from(table)
          .where(inArray(table.code, codes));
  return {
    kpi: named(await read(kpis, kpiCodes)),
    market: named(await read(markets, marketCodes)),
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
