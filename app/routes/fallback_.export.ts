import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { causeCounts, listProposals, proposalListSpec } from '~/fallback/proposal-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 20_000;

/** The list of proposals as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'fallback.read');
  const { reader, scope, t, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, proposalListSpec);
  const rows = await listProposals(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const causes = await causeCounts(
    reader,
    rows.map(({ id }) => id),
  );
  return exportTable(
    args,
    visit,
    `proposals-${dayOf(now)}`,
    [
      { header: t('fallback:list.failing'), value: ({ vendor }) => vendor.code },
      { header: t('common:column.vendor'), value: ({ vendor }) => vendor.name },
      { header: t('common:column.service'), value: ({ service }) => service.code },
      { header: t('common:column.market'), value: ({ market }) => market?.code },
      {
        header: t('fallback:list.why'),
        value: ({ id }) =>
          causes
            .get(id)
            ?.map(({ kind, count }) => `${t(`fallback:causeKind.${kind}`)} × ${count}`)
            .join('; '),
      },
      { header: t('fallback:list.leader'), value: ({ leader }) => leader },
      { header: t('fallback:list.score'), value: ({ leaderScore }) => leaderScore },
      { header: t('fallback:list.candidates'), value: ({ candidateCount }) => candidateCount },
      { header: t('fallback:list.asOf'), value: ({ asOf }) => asOf },
      {
        header: t('common:column.status'),
        value: ({ state }) => t(`common:proposalState.${state}`),
      },
      { header: t('fallback:list.decided'), value: ({ decidedAt }) => decidedAt },
      { header: t('common:column.who'), value: ({ decider }) => decider },
    ],
    rows,
  );
}
