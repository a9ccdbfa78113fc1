import { useTranslation } from 'react-i18next';
import { DocumentList } from '~/components/documents/DocumentList';
import { ButtonLink } from '~/components/form/buttons';
import { Section } from '~/components/Section';
import type { VendorPage } from './load-page.server';

/** What the vendor handed in and what we keep about it. */
export function Documents({ page: { vendor, documents, may, today } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const base = `/vendors/${vendor.id}/documents`;
  return (
    <Section
      title={t('documents:section')}
      action={may.write && <ButtonLink href={`${base}/new`}>{t('documents:upload')}</ButtonLink>}
    >
      <DocumentList
        documents={documents}
        today={today}
        removal={({ id, subjectKind }) =>
          may.write && subjectKind === 'vendor' ? `${base}/${id}/removal` : null
        }
      />
    </Section>
  );
}
