import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../Notice';
import { PageHeader } from '../PageHeader';
import type { Deciding } from './DecisionForms';
import classes from './fallback.module.css';

type Props = {
  title: string;
  lead: string;
  question: string;
  of: Deciding;
  /** The reader may open the page of whom they picked. */
  isReached: boolean;
  children: ReactNode;
};

/** The page of one way to decide a proposal. */
export function DecisionPage({ title, lead, question, of, isReached, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: t('fallback:title'), href: '/fallback' },
          { label: question, href: `/proposals/${of.proposalId}` },
        ]}
      />
      {of.pickedBrief !== null && (
        <div className={classes.brief}>
          <Callout tone="attention">
            {t('fallback:decision.brief', { name: of.pickedBrief.name })}{' '}
            {isReached && (
              <a href={`/vendors/${of.pickedBrief.id}`}>
                {t('fallback:decision.briefPage', { name: of.pickedBrief.name })}
              </a>
            )}
          </Callout>
        </div>
      )}
      {children}
    </>
  );
}
