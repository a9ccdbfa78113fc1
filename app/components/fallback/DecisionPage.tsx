import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../PageHeader';
import type { Deciding } from './DecisionForms';

type Props = { title: string; lead: string; question: string; of: Deciding; children: ReactNode };

/** The page of one way to decide a proposal. */
export function DecisionPage({ title, lead, question, of, children }: Props) {
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
      {children}
    </>
  );
}
