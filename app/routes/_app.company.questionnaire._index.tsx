import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { RecordRows } from '~/components/company/RecordRows';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { StateBadge } from '~/components/StateBadge';
import { requireCompany } from '~/onboarding/own-company.server';
import { answeredOf } from '~/onboarding/questionnaire';
import { findQuestionnaire } from '~/onboarding/questionnaire-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendorId, partOf } = await requireCompany(args);
  const { questionnaire, answers } = await findQuestionnaire(reader, scope, vendorId);
  return {
    title: t('company:section.questionnaire'),
    part: partOf('questionnaire'),
    sections: questionnaire.sections.map(({ id, questions }) => ({
      id,
      title: t(`questionnaire:section.${id}` as 'questionnaire:section.company'),
      ...answeredOf(questions, answers),
    })),
  };
}

export default function QuestionnaireParts() {
  const { part, sections } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CompanyPart
      part={part}
      lead={t('questionnaire:lead')}
      also={
        <ButtonLink href="/company/questionnaire/workbook">
          {t('questionnaire:workbook.link')}
        </ButtonLink>
      }
    >
      <RecordRows
        rows={sections.map(({ id, title, done, total }) => ({
          key: id,
          title,
          href: `/company/questionnaire/${id}`,
          facts: t('questionnaire:progress', { done, total }),
          state: (
            <StateBadge tone={done >= total ? 'good' : 'quiet'}>
              {t(
                done >= total
                  ? 'company:state.complete'
                  : done === 0
                    ? 'company:state.empty'
                    : 'company:state.started',
              )}
            </StateBadge>
          ),
        }))}
      />
      <ButtonLink href="/company" look="quiet">
        {t('company:back')}
      </ButtonLink>
    </CompanyPart>
  );
}
