import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { chosenGaps, gapListSpec } from '~/contracts/clause-gap-list';
import { allClauseGaps } from '~/contracts/clause-gap-list.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

/** The list of clause gaps as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'clauses.read');
  const { reader, scope, t, now, locale } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, gapListSpec);
  const today = dayOf(now);
  const { rows } = await allClauseGaps(reader, scope, locale, today);
  return exportTable(
    args,
    visit,
    `clause-gaps-${today}`,
    [
      { header: t('common:column.contract'), value: (row) => row.contract },
      { header: t('common:column.name'), value: (row) => row.title },
      { header: t('common:column.vendor'), value: (row) => row.vendor },
      { header: t('clauses:gaps.clause'), value: (row) => row.clause },
      { header: t('common:column.code'), value: (row) => row.clauseCode },
      { header: t('clauses:gaps.gap'), value: (row) => t(`clauses:gap.${row.kind}`) },
      {
        header: t('clauses:gaps.why'),
        value: (row) =>
          row.because
            .map((one) => {
              if (one.kind === 'transfer') return t(`clauses:regime.${one.transfer.regime}`);
              return locale === 'zh-CN' ? one.requirement.reasonZh : one.requirement.reasonEn;
            })
            .join('; '),
      },
    ],
    chosenGaps(rows, query),
  );
}
