import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { translate } from '~/locales/i18n.server';
import { isLanguage } from '~/locales/languages';
import { printStatement } from '~/settlement/print-statement';
import { statementToPrint } from '~/settlement/statement-document.server';
import { formatPeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';
import { fileWriter } from './shared/file-writer.server';

/** A statement as PDF, in the reader's language or the one that the URL asks for (`lang`). */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'statements.read');
  const { reader, scope, locale, now } = visit;
  const statementId = recordId(args.params['statementId']);
  const wanted = new URL(args.request.url).searchParams.get('lang');
  const language = isLanguage(wanted) ? wanted : locale;
  const t = translate(language);
  const statement = found(await statementToPrint(reader, scope, statementId, { language, now, t }));
  const pdf = await fileWriter(args, visit).print(printStatement(statement, t));
  const name = `statement-${statement.contract}-${formatPeriod(statement.period)}.pdf`;
  return fileAnswer(name, 'application/pdf', pdf);
}
