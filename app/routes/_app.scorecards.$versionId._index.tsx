import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { PostButton } from '~/components/breach/PostButton';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ScorecardEditor } from '~/components/scorecards/ScorecardEditor';
import { ScorecardText } from '~/components/scorecards/ScorecardText';
import { useSay } from '~/components/scorecards/use-say';
import { StateBadge } from '~/components/StateBadge';
import { publishScorecard, saveDraft } from '~/onboarding/keep-scorecard.server';
import { changed, readChange, scorecardOfForm } from '~/onboarding/scorecard-form';
import { criteriaOf } from '~/onboarding/scorecard';
import { findScorecardVersion } from '~/onboarding/scorecard-queries.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, can } = await requirePerson(args, 'scorecards.read');
  const version = found(await findScorecardVersion(reader, recordId(args.params['versionId'])));
  return { title: t('assessments:scorecards.one'), version, mayWrite: can('scorecards.write') };
}

/** Keeps the draft as it was typed; the buttons also add or take out a part, or publish. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'scorecards.write');
  const versionId = recordId(args.params['versionId']);
  const values = formValues(await args.request.formData());
  const wanted = String(values['do'] ?? '');
  const change = readChange(wanted);
  const typed = scorecardOfForm(values);
  const document = change ? changed(typed, change) : typed;
  const saved = await saveDraft(store, act, versionId, document);
  const page = `/scorecards/${versionId}`;
  if (!saved.ok) return refusedForm(saved);
  if (wanted !== 'publish')
    return redirectWithNotice(page, { key: 'assessments:notice.draftSaved' });
  const published = await publishScorecard(store, act, versionId);
  if (!published.ok) return refusedForm(published);
  return redirectWithNotice(page, { key: 'assessments:notice.published' });
}

export default function ScorecardPage() {
  const { version, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const say = useSay();
  const { document, state } = version;
  const isDraft = state === 'draft';
  return (
    <>
      <PageHeader
        title={say(document.name) || version.code}
        crumbs={[{ label: t('assessments:scorecards.title'), href: '/scorecards' }]}
        state={
          <StateBadge tone={isDraft ? 'accent' : 'quiet'}>
            {t(`assessments:scorecards.state.${state}`)}
          </StateBadge>
        }
        lead={say(document.about)}
        facts={[
          { label: t('assessments:scorecards.version'), value: version.version },
          { label: t('assessments:scorecards.dimensions'), value: document.dimensions.length },
          { label: t('assessments:scorecards.criteria'), value: criteriaOf(document).length },
          {
            label: t('assessments:scorecards.minimumAnswered'),
            value: `${document.minimumAnswered}%`,
          },
        ]}
        action={
          mayWrite &&
          !isDraft && (
            <PostButton action={`/scorecards/${version.id}/revision`}>
              {t('assessments:scorecards.revise')}
            </PostButton>
          )
        }
      />
      {isDraft && mayWrite ? (
        <ScorecardEditor card={document} refusal={answer?.refusal} />
      ) : (
        <ScorecardText card={document} />
      )}
    </>
  );
}
