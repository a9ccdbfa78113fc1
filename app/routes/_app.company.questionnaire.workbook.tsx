import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import classes from '~/components/company/company.module.css';
import { CompanyPart } from '~/components/company/CompanyPart';
import { useQuestionWords } from '~/components/company/use-question-words';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { FileDrop } from '~/components/form/FileDrop';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { useReason } from '~/components/use-reason';
import { readUploadForm } from '~/components/upload-form.server';
import { sheetTexts } from '~/kpi/sheet-texts';
import { documentLimit } from '~/documents/keep-document.server';
import { keepAnswers } from '~/onboarding/keep-answers.server';
import { refusedFormWith } from './shared/refused-form.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { findQuestionnaire } from '~/onboarding/questionnaire-queries.server';
import { readQuestionnaire, type CellError } from '~/onboarding/questionnaire-workbook.server';
import { refused, type Refused } from '~/shared/outcome';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, partOf } = await requireCompany(args);
  return {
    title: t('questionnaire:workbook.title'),
    part: partOf('questionnaire'),
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, vendorId } = await requireCompany(args);
  const refuse = (refusal: Refused | null, errors: CellError[] = []) =>
    refusedFormWith(refusal, {}, { errors });
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refuse(form);
  const [file] = form.value.files;
  if (!file) return refuse(refused('document_missing', {}, 'file'));
  const { questionnaire } = await findQuestionnaire(reader, scope, vendorId);
  const sheets = await sheetTexts(file.bytes);
  if (!sheets.ok) return refuse(sheets);
  const read = readQuestionnaire(questionnaire, sheets.value);
  if (!read.ok) return refuse(read);
  const { typed, errors } = read.value;
  if (errors.length > 0) return refuse(null, errors);
  const kept = await keepAnswers(store, act, vendorId, typed, { whole: true });
  if (!kept.ok) return refuse(kept);
  return redirectWithNotice('/company/questionnaire', {
    key: 'questionnaire:workbook.received',
    params: { count: kept.value.changed },
  });
}

export default function QuestionnaireWorkbook() {
  const { title, part, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const errors = answer?.errors ?? [];
  return (
    <CompanyPart part={part} title={title} lead={t('questionnaire:workbook.lead')}>
      {errors.length > 0 && <Errors errors={errors} />}
      <Section title={t('questionnaire:workbook.download')}>
        <p className={classes.links}>
          <ButtonLink href="/company/questionnaire/export?language=en" download>
            {t('questionnaire:workbook.inEnglish')}
          </ButtonLink>
          <ButtonLink href="/company/questionnaire/export?language=zh-CN" download>
            {t('questionnaire:workbook.inChinese')}
          </ButtonLink>
        </p>
      </Section>
      {part.isOpen && (
        <Section title={t('questionnaire:workbook.upload')}>
          <EditForm refusal={answer?.refusal} hasFiles>
            <FileDrop
              name="file"
              label={t('questionnaire:workbook.file')}
              accept=".xlsx"
              limit={limit}
            />
            <FormActions>
              <SubmitButton>{t('questionnaire:workbook.submit')}</SubmitButton>
              <ButtonLink href="/company/questionnaire" look="quiet">
                {t('common:action.cancel')}
              </ButtonLink>
            </FormActions>
          </EditForm>
        </Section>
      )}
    </CompanyPart>
  );
}

/** Every cell of the workbook that can't be taken, by its place. */
function Errors({ errors }: { errors: readonly CellError[] }) {
  const { t } = useTranslation();
  const words = useQuestionWords();
  const reasonText = useReason();
  return (
    <>
      <Callout tone="problem" role="alert">
        {t('questionnaire:workbook.errors')}
      </Callout>
      <DataTable
        name="workbook-errors"
        label={t('questionnaire:workbook.problem')}
        rows={errors}
        rowKey={({ cell }) => cell}
        empty={<EmptyState title={t('common:none')} />}
        columns={[
          { key: 'cell', header: t('questionnaire:workbook.cell'), cell: ({ cell }) => cell },
          {
            key: 'question',
            header: t('questionnaire:workbook.question'),
            cell: ({ question }) => question && words.question(question),
          },
          {
            key: 'problem',
            header: t('questionnaire:workbook.problem'),
            cell: ({ reason }) => reasonText(reason),
          },
        ]}
      />
    </>
  );
}
