import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { listReadiness, readinessListSpec } from '~/fallback/readiness-queries.server';
import { gapLines } from '~/fallback/readiness-words';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

/** The overview of readiness as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'fallback.read');
  const { reader, scope, t, locale, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, readinessListSpec);
  const rows = await listReadiness(reader, scope, query, dayOf(now));
  return exportTable(
    args,
    visit,
    `readiness-${dayOf(now)}`,
    [
      { header: t('common:column.service'), value: ({ service }) => service.code },
      { header: t('common:column.market'), value: ({ market }) => market.code },
      { header: t('fallback:readiness.primary'), value: ({ primary }) => primary?.vendor.name },
      {
        header: t('fallback:readiness.also'),
        value: ({ alsoCarrying }) => alsoCarrying.map(({ vendor }) => vendor.name).join('; '),
      },
      {
        header: t('fallback:readiness.standbys'),
        value: ({ standbys }) => standbys.map(({ vendor }) => vendor.name).join('; '),
      },
      { header: t('fallback:readiness.lastTest'), value: ({ lastTestOn }) => lastTestOn },
      {
        header: t('fallback:readiness.gaps'),
        value: (row) => gapLines(row, { t, locale }).join('; '),
      },
      {
        header: t('fallback:readiness.exposed'),
        value: ({ exposure }) =>
          exposure === null ? null : t(`fallback:readiness.exposure.${exposure}`),
      },
    ],
    rows,
  );
}
