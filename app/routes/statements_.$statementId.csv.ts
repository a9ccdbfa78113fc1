import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { sheetWords } from '~/settlement/sheet-words';
import { statementToPrint } from '~/settlement/statement-document.server';
import type { SheetLine } from '~/settlement/statement-sheet';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { exportTable } from './shared/export-table.server';

/** A statement's lines and their total as CSV, or as XLSX where the URL asks for it. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'statements.read');
  const { reader, scope, locale, now, t } = visit;
  const statementId = recordId(args.params['statementId']);
  const statement = found(
    await statementToPrint(reader, scope, statementId, { language: locale, now, t }),
  );
  const { currency, contract, period, lines, totalMinor } = statement;
  const words = sheetWords(t, locale);
  const row = (line: SheetLine) => ({
    what: words.what(line),
    source: words.source(line),
    period: formatPeriod(line.period),
    minor: line.minor,
  });
  const total = {
    what: t('settlement:sum.total'),
    source: '',
    period: formatPeriod(period),
    minor: totalMinor,
  };
  return exportTable(
    args,
    visit,
    `statement-${contract}-${formatPeriod(period)}`,
    [
      { header: t('common:column.contract'), value: () => contract },
      { header: t('common:column.period'), value: (each) => each.period },
      { header: t('settlement:column.what'), value: (each) => each.what },
      { header: t('settlement:column.source'), value: (each) => each.source },
      { header: t('common:column.currency'), value: () => currency },
      {
        header: t('common:column.amount'),
        value: (each) => (each.minor === null ? null : formatMinor(each.minor, currency)),
      },
    ],
    [...lines.map(row), total],
  );
}
