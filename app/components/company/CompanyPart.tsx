import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '~/onboarding/section';
import { Callout } from '../Notice';
import { PageHeader } from '../PageHeader';

export type Part = {
  section: Section;
  /** What we asked for when it was sent back. */
  remark: string | null;
  isOpen: boolean;
};

type Props = {
  part: Part;
  /** The record within the section; the section itself where not given. */
  title?: string;
  lead?: string;
  also?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** A page of one section of the vendor's description: the way back, what we asked, whether it can be changed now. */
export function CompanyPart({ part, title, lead, also, action, children }: Props) {
  const { t } = useTranslation();
  const { section, remark, isOpen } = part;
  const name = t(`company:section.${section}`);
  return (
    <>
      <PageHeader
        title={title ?? name}
        lead={lead ?? (title === undefined ? t(`company:help.${section}`) : undefined)}
        crumbs={[
          { label: t('company:title'), href: '/company' },
          ...(title === undefined ? [] : [{ label: name, href: `/company/${section}` }]),
        ]}
        also={also}
        action={isOpen ? action : undefined}
      />
      {remark !== null && (
        <Callout tone="attention" title={t('company:remark')}>
          <span style={{ whiteSpace: 'pre-line' }}>{remark}</span>
        </Callout>
      )}
      {!isOpen && <Callout>{t('company:locked')}</Callout>}
      {children}
    </>
  );
}
