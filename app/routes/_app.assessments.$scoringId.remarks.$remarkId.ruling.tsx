import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ruleOnAppeal } from '~/onboarding/remark-scoring.server';
import { rulings } from '~/onboarding/scoring';
import { findScoring, remarksOf } from '~/onboarding/scoring-queries.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'assessments.open');
  const { scoring, vendor } = found(
    await findScoring(reader, scope, recordId(args.params['scoringId'])),
  );
  const remarkId = recordId(args.params['remarkId']);
  const { remark } = found(
    (await remarksOf(reader, scoring.id)).find(({ remark: { id } }) => id === remarkId),
  );
  return { title: t('assessments:rulingTitle'), id: scoring.id, vendor: vendor.name, remark };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'assessments.open');
  const { scoring } = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  const values = formValues(await args.request.formData());
  const remarkId = recordId(args.params['remarkId']);
  const outcome = await ruleOnAppeal(store, act, {
    scoringId: scoring.id,
    remarkId,
    input: values,
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/assessments/${scoring.id}`, { key: 'assessments:notice.ruled' });
}

export default function Ruling() {
  const { title, id, vendor, remark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/assessments/${id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={remark.text}
        crumbs={[
          { label: t('assessments:title'), href: '/assessments' },
          { label: vendor, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <RadioField
          name="ruling"
          label={t('assessments:rulingField')}
          choices={rulings.map((value) => ({
            value,
            label: t(`assessments:ruling.${value}`),
            help: t(`assessments:rulingHelp.${value}`),
          }))}
        />
        <TextAreaField name="reason" label={t('common:column.reason')} maxLength={4000} />
        <FormActions>
          <SubmitButton>{t('assessments:act.rule')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
