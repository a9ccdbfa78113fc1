import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { NumberField, TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import classes from '~/components/scorecards/scorecards.module.css';
import { useSay } from '~/components/scorecards/use-say';
import { criteriaOf, scaleOf } from '~/onboarding/scorecard';
import { answersSeenBy, findScoring } from '~/onboarding/scoring-queries.server';
import { settleCriterion } from '~/onboarding/settle-criterion.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

const criterionIn = (request: Request) => new URL(request.url).searchParams.get('criterion') ?? '';

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'assessments.open');
  const { scoring, vendor, document } = found(
    await findScoring(reader, scope, recordId(args.params['scoringId'])),
  );
  const criterion = found(
    criteriaOf(document).find(({ key }) => key === criterionIn(args.request)),
  );
  const answers = await answersSeenBy(reader, scoring.id, person.id);
  return {
    title: t('assessments:settleTitle'),
    id: scoring.id,
    vendor: vendor.name,
    criterion,
    scale: scaleOf(criterion),
    given: answers.filter(({ criterion: key }) => key === criterion.key),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'assessments.open');
  const { scoring } = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  const values = formValues(await args.request.formData());
  const criterion = criterionIn(args.request);
  const outcome = await settleCriterion(store, act, {
    scoringId: scoring.id,
    criterion,
    input: values,
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/assessments/${scoring.id}`, { key: 'assessments:notice.settled' });
}

export default function Settlement() {
  const { title, id, vendor, criterion, scale, given } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const say = useSay();
  const back = `/assessments/${id}`;
  return (
    <>
      <PageHeader
        title={`${title}: ${say(criterion.name)}`}
        lead={t('assessments:settleLead')}
        crumbs={[
          { label: t('assessments:title'), href: '/assessments' },
          { label: vendor, href: back },
        ]}
      />
      <ul className={classes.why}>
        {given.map(({ name, points, note }) => (
          <li key={name}>
            {name}: {points ?? t('assessments:unanswered')} {note && `(${note})`}
          </li>
        ))}
      </ul>
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <NumberField
          name="points"
          label={t('assessments:points')}
          help={t('assessments:pointsHelp', scale)}
        />
        <TextAreaField name="reason" label={t('common:column.reason')} maxLength={4000} />
        <FormActions>
          <SubmitButton>{t('assessments:act.settle')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
