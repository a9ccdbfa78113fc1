import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../PageHeader';
import { BriefNote, Explained, type Brief } from './BriefCandidate';
import type { Deciding } from './DecisionForms';

type Props = {
  title: string;
  lead: string;
  question: string;
  of: Deciding;
  /** Whom the reader picked of those that the proposal keeps by name alone. */
  brief: Brief | null;
  children: ReactNode;
};

/** The page of one way to decide a proposal. */
export function DecisionPage({ title, lead, question, of, brief, children }: Props) {
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
      {brief && <BriefNote brief={brief} />}
      {children}
      {brief?.explained && <Explained brief={brief} explained={brief.explained} />}
    </>
  );
}
