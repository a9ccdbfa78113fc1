import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { QuestionField } from '~/components/company/QuestionField';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { documentsOf } from '~/documents/document-queries.server';
import { documentLimit } from '~/documents/keep-document.server';
import { answerWithDocument, keepAnswers } from '~/onboarding/keep-answers.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { findQuestionnaire } from '~/onboarding/questionnaire-queries.server';
import { textsOf } from '~/shared/form-values';
import { refusedFields, type Reason } from '~/shared/outcome';
import { found } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

type Company = Awaited<ReturnType<typeof requireCompany>>;

async function partOfQuestionnaire({ reader, scope, vendorId }: Company, id: unknown) {
  const own = await findQuestionnaire(reader, scope, vendorId);
  const { sections } = own.questionnaire;
  const index = sections.findIndex((section) => section.id === id);
  return {
    ...own,
    index,
    count: sections.length,
    section: found(sections[index]),
    next: sections[index + 1],
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const company = await requireCompany(args);
  const { t, reader, scope, partOf } = company;
  const own = await partOfQuestionnaire(company, args.params['part']);
  const handedIn = own.id
    ? await documentsOf(reader, scope, { kind: 'questionnaire', id: own.id })
    : [];
  return {
    title: t(`questionnaire:section.${own.section.id}` as 'questionnaire:section.company'),
    part: partOf('questionnaire'),
    questions: own.section.questions,
    answers: own.answers,
    files: handedIn.map(({ id, fileName }) => ({ id, fileName })),
    number: own.index + 1,
    count: own.count,
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const company = await requireCompany(args);
  const { store, act, reader, vendorId } = company;
  const { section, next } = await partOfQuestionnaire(company, args.params['part']);
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const typed = textsOf(
    values,
    section.questions.filter(({ kind }) => kind !== 'document').map(({ id }) => id),
  );
  const kept = await keepAnswers(store, act, vendorId, typed, { whole: false });
  const wrong: Reason[] = kept.ok ? [] : (kept.fields ?? [kept.reason]);
  for (const { field, ...file } of files) {
    const handed = await answerWithDocument(args.context, act, vendorId, field, file);
    if (!handed.ok) wrong.push(...(handed.fields ?? [handed.reason]));
  }
  if (wrong.length > 0) return refusedForm(refusedFields(wrong), values);
  const to = values['then'] === 'next' && next ? `/${next.id}` : '';
  return redirectWithNotice(`/company/questionnaire${to}`, { key: 'questionnaire:saved' });
}

export default function QuestionnairePart() {
  const { title, part, questions, answers, files, number, count, limit } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart part={part} title={title} lead={t('questionnaire:part', { number, count })}>
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles key={number}>
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            answer={answers[question.id] ?? null}
            file={files.find(({ id }) => String(id) === answers[question.id]) ?? null}
            limit={limit}
          />
        ))}
        <FormActions>
          {part.isOpen && number < count && (
            <SubmitButton name="then" value="next">
              {`${t('questionnaire:save')} · ${t('questionnaire:next')}`}
            </SubmitButton>
          )}
          {part.isOpen && (
            <SubmitButton look={number < count ? 'secondary' : 'primary'}>
              {t('questionnaire:save')}
            </SubmitButton>
          )}
          <ButtonLink href="/company/questionnaire" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
