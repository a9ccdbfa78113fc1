import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { kpiListSpec, listKpis } from '~/kpi/kpi-library-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 100_000;

/** The KPI library as asked for, in the columns in which a definitions file is read again. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'vendors.read');
  const { reader, locale, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, kpiListSpec);
  const rows = await listKpis(reader, query, locale, { offset: 0, limit: MOST_ROWS });
  return exportTable(
    args,
    visit,
    `kpis-${dayOf(now)}`,
    [
      { header: 'kpi_code', value: ({ kpi }) => kpi.code },
      { header: 'label_en', value: ({ kpi }) => kpi.nameEn },
      { header: 'label_zh', value: ({ kpi }) => kpi.nameZh },
      { header: 'unit', value: ({ kpi }) => kpi.unit },
      { header: 'better', value: ({ kpi }) => kpi.better },
      { header: 'category', value: ({ kpi }) => kpi.category },
      { header: 'min', value: ({ kpi }) => kpi.min },
      { header: 'max', value: ({ kpi }) => kpi.max },
      { header: 'sample_kpi', value: ({ kpi }) => kpi.sampleKpiCode },
      { header: 'aliases', value: ({ kpi }) => kpi.aliases.join(';') },
      { header: 'formula', value: ({ kpi }) => kpi.formula },
    ],
    rows,
  );
}
