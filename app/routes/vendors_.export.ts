import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { vendorsDue } from '~/desk/due-lists.server';
import { parseListQuery } from '~/shared/list-query';
import { listVendors, servicesOfVendors, vendorListSpec } from '~/vendors/vendor-queries.server';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The vendor list as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'vendors.read');
  const { reader, scope, t, now, person } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, vendorListSpec);
  const among = await vendorsDue(reader, scope, {
    asked: query.filters.due,
    today: dayOf(now),
    personId: person.id,
  });
  const rows = await listVendors(reader, scope, query, { offset: 0, limit: MOST_ROWS }, among);
  const offered = await servicesOfVendors(
    reader,
    rows.map(({ id }) => id),
  );
  return exportTable(
    args,
    visit,
    `vendors-${dayOf(now)}`,
    [
      { header: t('common:column.code'), value: ({ code }) => code },
      { header: t('common:column.name'), value: ({ name }) => name },
      {
        header: t('common:column.status'),
        value: ({ status }) => t(`common:vendorState.${status}`),
      },
      { header: t('common:column.tier'), value: ({ tier }) => tier && t(`common:tier.${tier}`) },
      { header: t('common:column.country'), value: ({ country }) => country },
      { header: t('common:column.parent'), value: ({ group }) => group },
      {
        header: t('vendors:list.services'),
        value: ({ id }) =>
          offered
            .get(id)
            ?.map(({ code }) => code)
            .join('; '),
      },
    ],
    rows,
  );
}
