import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { checkListSpec, listChecks } from '~/onboarding/check-list-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The table of checks as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'checks.read');
  const { reader, scope, now, t, person } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, checkListSpec);
  const asked = { query, personId: person.id };
  const rows = await listChecks(reader, scope, asked, { offset: 0, limit: MOST_ROWS });
  return exportTable(
    args,
    visit,
    `checks-${dayOf(now)}`,
    [
      { header: t('common:column.code'), value: (row) => row.vendorCode },
      { header: t('common:column.vendor'), value: (row) => row.vendorName },
      {
        header: t('diligence:checks.vendorStatus'),
        value: (row) => t(`common:vendorState.${row.vendorStatus}`),
      },
      { header: t('common:column.tier'), value: (row) => row.tier && t(`common:tier.${row.tier}`) },
      {
        header: t('diligence:check.check'),
        value: (row) => t(`diligence:check.kinds.${row.kind}`),
      },
      {
        header: t('common:column.status'),
        value: (row) => t(`diligence:check.states.${row.state}`),
      },
      { header: t('diligence:check.finding'), value: (row) => row.finding },
      { header: t('diligence:check.reviewer'), value: (row) => row.reviewer },
      { header: t('diligence:check.reviewedOn'), value: (row) => row.reviewedOn },
      { header: t('diligence:check.expiresOn'), value: (row) => row.expiresOn },
      { header: t('diligence:check.openedOn'), value: (row) => row.openedAt.slice(0, 10) },
    ],
    rows,
  );
}
