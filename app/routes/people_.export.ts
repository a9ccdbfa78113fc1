import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { listPeople, peopleListSpec, type PersonListRow } from '~/auth/people-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { languageNames } from '~/locales/languages';
import { parseListQuery } from '~/shared/list-query';
import { exportTable, type ExportColumn } from './shared/export-table.server';

const MOST_ROWS = 100_000;

/** The people of the list as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'people.read');
  const { reader, scope, now, t } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, peopleListSpec);
  const rows = await listPeople(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const columns: ExportColumn<PersonListRow>[] = [
    { header: t('people:field.name'), value: (row) => row.name },
    { header: t('people:field.email'), value: (row) => row.email },
    { header: t('people:field.role'), value: (row) => t(`common:role.${row.role}`) },
    { header: t('people:field.vendor'), value: (row) => row.vendor },
    { header: t('people:field.reach'), value: (row) => row.reach },
    {
      header: t('people:field.state'),
      value: (row) => t(row.active ? 'people:state.active' : 'people:state.inactive'),
    },
    { header: t('people:field.locale'), value: (row) => languageNames[row.locale] },
    { header: t('people:field.timeZone'), value: (row) => row.timeZone },
    { header: t('people:field.since'), value: (row) => row.createdAt },
  ];
  return exportTable(args, visit, `people-${dayOf(now)}`, columns, rows);
}
