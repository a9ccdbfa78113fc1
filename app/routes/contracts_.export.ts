import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { standingOn } from '~/contracts/contract';
import { contractListSpec, listContracts } from '~/contracts/contract-queries.server';
import { noticeHolidays } from '~/contracts/holidays.server';
import { currentTermEnd, noticeBy, vendorNoticeBy } from '~/contracts/renewal';
import { contractsDue } from '~/desk/due-lists.server';
import { parseListQuery } from '~/shared/list-query';
import { formatMinor } from '~/shared/money';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The contract list as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'contracts.read');
  const { reader, scope, t, now, person } = visit;
  const today = dayOf(now);
  const query = parseListQuery(new URL(args.request.url).searchParams, contractListSpec);
  const window = { offset: 0, limit: MOST_ROWS };
  const asked = query.filters.due;
  const among = await contractsDue(reader, scope, { asked, today, personId: person.id });
  const rows = await listContracts(reader, scope, query, today, window, among);
  const holidays = await noticeHolidays(rows, today);
  // By when we give notice is ours alone.
  const notice = person.role === 'vendor' ? vendorNoticeBy : noticeBy;
  return exportTable(
    args,
    visit,
    `contracts-${today}`,
    [
      { header: t('common:column.number'), value: ({ number }) => number },
      { header: t('contracts:field.title'), value: ({ title }) => title },
      { header: t('common:column.vendor'), value: ({ vendorCode }) => vendorCode },
      { header: t('common:column.name'), value: ({ vendorName }) => vendorName },
      {
        header: t('common:column.status'),
        value: (row) => t(`common:contractState.${standingOn(row, today)}`),
      },
      { header: t('common:column.starts'), value: ({ startsOn }) => startsOn },
      { header: t('common:column.ends'), value: (row) => currentTermEnd(row, today) },
      { header: t('contracts:noticeBy'), value: (row) => notice(row, today, holidays(row)) },
      {
        header: t('contracts:monthlyFee'),
        value: ({ feeMinor, currency }) =>
          feeMinor === null ? null : formatMinor(feeMinor, currency),
      },
      { header: t('common:column.currency'), value: ({ currency }) => currency },
      { header: t('contracts:slaTerms'), value: ({ terms }) => terms },
    ],
    rows,
  );
}
