import type { LoaderFunctionArgs } from '@remix-run/node';
import { actionAge, actionState } from '~/actions/action';
import { actionListSpec, listActions } from '~/actions/action-queries.server';
import { effectsOfRows } from '~/actions/effect-queries.server';
import { measureName } from '~/actions/measure';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The list of actions as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'actions.read');
  const { reader, scope, t, now, locale } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, actionListSpec);
  const today = dayOf(now);
  const rows = await listActions(reader, scope, query, today, { offset: 0, limit: MOST_ROWS });
  const effects = await effectsOfRows(reader, rows);
  return exportTable(
    args,
    visit,
    `actions-${today}`,
    [
      {
        header: t('actions:column.title'),
        value: ({ action: { title, step } }) =>
          title ?? (step && t(`fallback:plan.step.${step}` as 'fallback:plan.step.notice')),
      },
      { header: t('common:column.vendor'), value: (row) => row.vendor },
      {
        header: t('common:column.source'),
        value: ({ action }) => t(`actions:origin.${action.origin}`),
      },
      { header: t('actions:field.side'), value: ({ action }) => t(`actions:side.${action.side}`) },
      { header: t('common:column.owner'), value: (row) => row.owner },
      { header: t('common:column.due'), value: ({ action }) => action.dueOn },
      {
        header: t('common:column.status'),
        value: ({ action }) => t(`actions:state.${actionState(action, today)}`),
      },
      {
        header: `${t('actions:column.age')} (${t('actions:days')})`,
        value: ({ action }) => actionAge(action, today),
      },
      {
        header: t('common:column.kpi'),
        value: ({ kpi, service, market }) =>
          kpi && measureName({ kpi, service, market }, { t, locale }),
      },
      {
        header: t('papers:portfolio.column.before'),
        value: ({ action }) => effects.get(action.id)?.before,
      },
      {
        header: t('papers:portfolio.column.after'),
        value: ({ action }) => effects.get(action.id)?.after,
      },
      { header: t('common:column.created'), value: ({ action }) => action.createdAt.slice(0, 10) },
    ],
    rows,
  );
}
