import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MeasureField } from '~/components/actions/MeasureField';
import { OwnerFields } from '~/components/actions/OwnerFields';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { DecisionFields } from '~/components/reviews/DecisionFields';
import classes from '~/components/reviews/Meeting.module.css';
import { RatingMark } from '~/components/reviews/RatingMark';
import { ReviewActions } from '~/components/reviews/ReviewActions';
import { useSpeech } from '~/components/reviews/use-speech';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { packWordsText } from '~/packs/say-words';
import type { Meeting } from './load-meeting.server';

/** What the meeting comes to: ratings, decisions and actions, beside the agenda and in reach from each point. */
export function Outcomes({ page }: { page: Meeting }) {
  return (
    <div className={classes.outcomes}>
      <div id="agreed">
        <Actions page={page} />
      </div>
      <div id="decided">
        <Decisions page={page} />
      </div>
      <div id="rated">
        <Ratings page={page} />
      </div>
    </div>
  );
}

function Actions({ page }: { page: Meeting }) {
  const { t } = useTranslation();
  return (
    <Section title={t('reviews:around.actions')}>
      <ReviewActions actions={page.actions} />
      <More words={t('reviews:action.title')}>
        <EditForm action={`/reviews/${page.id}/actions/new`}>
          <TextField name="title" label={t('actions:column.title')} maxLength={400} />
          <OwnerFields colleagues={page.colleagues} />
          <MeasureField measures={page.measures} />
          <FormActions>
            <SubmitButton action={`/reviews/${page.id}/actions/new`}>
              {t('reviews:action.submit')}
            </SubmitButton>
          </FormActions>
        </EditForm>
      </More>
    </Section>
  );
}

function Decisions({ page }: { page: Meeting }) {
  const { t } = useTranslation();
  return (
    <Section title={t('reviews:decision.list')}>
      {page.decisions.length > 0 && (
        <ul className={classes.list}>
          {page.decisions.map(({ id, text, kind }) => (
            <li key={id}>
              <p>{text}</p>
              {kind === 'consequence' && (
                <StateBadge tone="attention">{t('reviews:decision.kinds.consequence')}</StateBadge>
              )}
              <TakeBack reviewId={page.id} decisionId={id} text={text} />
            </li>
          ))}
        </ul>
      )}
      <More words={t('reviews:decision.title')}>
        <EditForm action={`/reviews/${page.id}/decisions/new`}>
          <DecisionFields />
          <FormActions>
            <SubmitButton action={`/reviews/${page.id}/decisions/new`}>
              {t('reviews:decision.submit')}
            </SubmitButton>
          </FormActions>
        </EditForm>
      </More>
    </Section>
  );
}

function TakeBack(props: { reviewId: number; decisionId: number; text: string }) {
  const { t } = useTranslation();
  const target = `/reviews/${props.reviewId}/decisions/${props.decisionId}/withdrawal`;
  return (
    <Form method="post" action={target} preventScrollReset>
      <SubmitButton action={target} look="quiet">
        {t('reviews:decision.withdraw')}
        <span className="visually-hidden">: {props.text}</span>
      </SubmitButton>
    </Form>
  );
}

function Ratings({ page }: { page: Meeting }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  if (page.ratings.length === 0) return null;
  const isOpen = page.ratings.some(({ settled, rating }) => settled === null && rating !== null);
  const confirmation = `/reviews/${page.id}/ratings/confirmation`;
  return (
    <Section title={t('reviews:ratings.title')}>
      <div className={classes.scroll}>
        <table className={classes.ratings}>
          <thead>
            <tr>
              <th scope="col">{t('common:column.kpi')}</th>
              <th scope="col">{t('reviews:fact.rating')}</th>
            </tr>
          </thead>
          <tbody>
            {page.ratings.map(({ id, label, rating, settled }) => (
              <tr key={id}>
                <th scope="row">{packWordsText(label, speech)}</th>
                <td>
                  <RatingMark rating={settled?.rating ?? rating} />
                  {settled && (
                    <span className={classes.noteState}>
                      {settled.reason === null
                        ? t('reviews:ratings.confirmed')
                        : t('reviews:ratings.overruled', { reason: settled.reason })}
                    </span>
                  )}
                  <a href={`/reviews/${page.id}/ratings/new?figure=${encodeURIComponent(id)}`}>
                    {t('reviews:overrule.submit')}
                    <span className="visually-hidden">: {packWordsText(label, speech)}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isOpen && (
        <Form method="post" action={confirmation} preventScrollReset>
          <SubmitButton action={confirmation} look="secondary">
            {t('reviews:ratings.confirm')}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}

/** A form that opens where one stands, without script too. */
function More({ words, children }: { words: string; children: ReactNode }) {
  return (
    <details className={classes.more}>
      <summary>{words}</summary>
      {children}
    </details>
  );
}
