import type { LoaderFunctionArgs } from '@remix-run/node';
import { isLanguage } from '~/locales/languages';
import { requireCompany } from '~/onboarding/own-company.server';
import { findQuestionnaire } from '~/onboarding/questionnaire-queries.server';
import { fileAnswer } from './shared/file-answer.server';
import { fileWriter } from './shared/file-writer.server';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The vendor's questionnaire as a workbook, in the reader's language or the one asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireCompany(args);
  const { reader, scope, vendor, locale, t } = visit;
  const asked = new URL(args.request.url).searchParams.get('language');
  const language = isLanguage(asked) ? asked : locale;
  const { questionnaire, answers } = await findQuestionnaire(reader, scope, vendor.id);
  const bytes = await fileWriter(args, visit).writeQuestionnaire({
    questionnaire,
    answers,
    language,
    vendor: vendor.name,
  });
  return fileAnswer(`${t('questionnaire:title')}-${vendor.code}-${language}.xlsx`, XLSX, bytes);
}
