import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { NothingButton } from '~/components/company/NothingButton';
import { RecordRows } from '~/components/company/RecordRows';
import { DocumentList } from '~/components/documents/DocumentList';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { useFormat } from '~/components/use-format';
import { documentsOf } from '~/documents/document-queries.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { certificateState, missingCertificates } from '~/vendors/certificate';
import { certificateName } from '~/vendors/certificate-name';
import { certificatesOfVendor, offeringsOfVendor } from '~/vendors/vendor-record-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendorId, partOf, today } = await requireCompany(args);
  const certificates = await certificatesOfVendor(reader, scope, vendorId);
  const offered = await offeringsOfVendor(reader, scope, vendorId);
  return {
    title: t('company:section.certificates'),
    part: partOf('certificates'),
    today,
    certificates: certificates.map((certificate) => ({
      ...certificate,
      state: certificateState(certificate, today),
    })),
    missing: missingCertificates(
      offered.flatMap(({ service }) => service.requiredCertificates),
      certificates,
      today,
    ),
    documents: await documentsOf(reader, scope, { kind: 'vendor', id: vendorId }),
  };
}

const tones = { valid: 'good', expiring: 'attention', expired: 'bad', not_yet: 'quiet' } as const;

export default function Certificates() {
  const { part, certificates, missing } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <CompanyPart
      part={part}
      action={
        <ButtonLink href="/company/certificates/new" look="primary">
          {t('company:certificates.add')}
        </ButtonLink>
      }
    >
      {missing.length > 0 && (
        <Callout tone="attention">
          {t('company:certificates.missing', {
            list: format.list(missing.map((kind) => certificateName(kind, t))),
          })}
        </Callout>
      )}
      {certificates.length === 0 && (
        <EmptyState
          title={part.nothing ? t('company:certificates.none') : t('company:certificates.empty')}
          action={part.isOpen && <NothingButton section="certificates" nothing={part.nothing} />}
        >
          {!part.nothing && t('company:certificates.emptyHelp')}
        </EmptyState>
      )}
      <Held />
      <Papers />
      <ButtonLink href="/company" look="quiet">
        {t('company:back')}
      </ButtonLink>
    </CompanyPart>
  );
}

function Held() {
  const { part, certificates } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <RecordRows
      rows={certificates.map(({ id, kind, number, holder, expiresOn, state }) => ({
        key: id,
        title: certificateName(kind, t),
        href: part.isOpen ? `/company/certificates/${id}` : null,
        facts: [
          holder && t('vendors:certificate.heldBy', { name: holder }),
          number,
          expiresOn === null
            ? t('company:certificates.noEnd')
            : `${t('vendors:certificate.expiresOn')} ${format.date(expiresOn)}`,
        ]
          .filter(Boolean)
          .join(' · '),
        state: (
          <StateBadge tone={tones[state]}>{t(`vendors:certificate.state.${state}`)}</StateBadge>
        ),
      }))}
    />
  );
}

function Papers() {
  const { part, documents, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section
      title={t('company:certificates.documents')}
      help={t('company:certificates.documentsHelp')}
      action={
        part.isOpen && (
          <ButtonLink href="/company/documents/new">{t('documents:upload')}</ButtonLink>
        )
      }
    >
      <DocumentList
        documents={documents}
        today={today}
        removal={({ id, uploadedSide }) =>
          part.isOpen && uploadedSide === 'vendor' ? `/company/documents/${id}/removal` : null
        }
      />
    </Section>
  );
}
