import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions, FormSection } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ScoreFields } from '~/components/scorecards/ScoreFields';
import { useSay } from '~/components/scorecards/use-say';
import { useFormat } from '~/components/use-format';
import { handInScores } from '~/onboarding/hand-in-scores.server';
import { answersSeenBy, assessorsOf, findScoring } from '~/onboarding/scoring-queries.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'assessments.score');
  const { scoring, vendor, document } = found(
    await findScoring(reader, scope, recordId(args.params['scoringId'])),
  );
  const own = (await assessorsOf(reader, scoring.id)).find(
    ({ personId, submittedAt }) => personId === person.id && submittedAt === null,
  );
  const { dueOn } = found(own);
  const answers = await answersSeenBy(reader, scoring.id, person.id);
  return {
    title: t('assessments:scoreTitle', { vendor: vendor.name }),
    id: scoring.id,
    isOutside: person.role === 'reviewer',
    dueOn,
    dimensions: document.dimensions,
    answers: answers.map(({ criterion, points, note }) => ({ criterion, points, note })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, person } = await requirePerson(args, 'assessments.score');
  const { scoring } = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  const values = formValues(await args.request.formData());
  const isFinal = values['do'] === 'hand_in';
  const outcome = await handInScores(store, act, { scoringId: scoring.id, values, isFinal });
  if (!outcome.ok) return refusedForm(outcome, values);
  if (!isFinal)
    return redirectWithNotice(`/assessments/${scoring.id}/scores`, {
      key: 'assessments:notice.scoresKept',
    });
  // The assessment itself is not for those from outside: they see what they handed in.
  const page = person.role === 'reviewer' ? '/own-scores' : '';
  return redirectWithNotice(`/assessments/${scoring.id}${page}`, {
    key:
      outcome.value.allIn && person.role !== 'reviewer'
        ? 'assessments:notice.allIn'
        : 'assessments:notice.handedIn',
  });
}

export default function Scores() {
  const { title, id, isOutside, dueOn, dimensions, answers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const say = useSay();
  const format = useFormat();
  const back = isOutside ? '/given' : `/assessments/${id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('assessments:scoreLead', { date: format.date(dueOn) })}
        crumbs={[
          isOutside
            ? { label: t('diligence:given.title'), href: '/given' }
            : { label: t('assessments:title'), href: '/assessments' },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values} wide>
        {dimensions.map((dimension) => (
          <FormSection
            key={dimension.key}
            title={t('assessments:dimension', {
              name: say(dimension.name),
              weight: dimension.weight,
            })}
          >
            {dimension.criteria.map((criterion) => (
              <ScoreFields
                key={criterion.key}
                criterion={criterion}
                given={answers.find((each) => each.criterion === criterion.key)}
              />
            ))}
          </FormSection>
        ))}
        <FormActions>
          <SubmitButton name="do" value="hand_in">
            {t('assessments:act.handIn')}
          </SubmitButton>
          <SubmitButton look="secondary" name="do" value="keep">
            {t('assessments:act.keep')}
          </SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
