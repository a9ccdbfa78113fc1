import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { Section } from '~/components/Section';
import { StateBadge, type Tone } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { certificateName } from '~/vendors/certificate-name';
import type { VendorPage } from './load-page.server';

const certificateTones: Record<VendorPage['certificates'][number]['state'], Tone> = {
  valid: 'good',
  expiring: 'attention',
  expired: 'bad',
  not_yet: 'quiet',
};

/** Certificates with their ends, and what its services ask for beyond them. */
export function Certificates({ page }: { page: VendorPage }) {
  const { vendor, certificates, missingCertificates, may, today } = page;
  const columns = useCertificateColumns(today);
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      title={t('vendors:certificate.section')}
      action={
        may.write && (
          <ButtonLink href={`/vendors/${vendor.id}/certificates/new`}>
            {t('vendors:certificate.add')}
          </ButtonLink>
        )
      }
    >
      {missingCertificates.length > 0 && (
        <Callout tone="attention">
          {t('vendors:certificate.missing', {
            list: format.list(missingCertificates.map((kind) => certificateName(kind, t))),
          })}
        </Callout>
      )}
      <DataTable
        name="vendor-certificates"
        label={t('vendors:certificate.section')}
        rows={certificates}
        rowKey={({ id }) => id}
        rowHref={({ id }) => (may.write ? `/vendors/${vendor.id}/certificates/${id}` : null)}
        empty={<EmptyState title={t('vendors:certificate.empty')} />}
        columns={columns}
      />
    </Section>
  );
}

type Certificate = VendorPage['certificates'][number];

function useCertificateColumns(today: string): Column<Certificate>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'kind',
      header: t('vendors:certificate.kind'),
      cell: ({ kind, holder }) => {
        const name = certificateName(kind, t);
        return holder ? `${name} · ${t('vendors:certificate.heldBy', { name: holder })}` : name;
      },
    },
    { key: 'number', header: t('vendors:certificate.number'), cell: ({ number }) => number },
    {
      key: 'issued',
      header: t('vendors:certificate.issuedOn'),
      cell: ({ issuedOn }) => issuedOn && <DateText date={issuedOn} />,
    },
    {
      key: 'expires',
      header: t('vendors:certificate.expiresOn'),
      card: 'figure',
      cell: ({ expiresOn, state }) => {
        if (expiresOn === null) return t('vendors:certificate.noEnd');
        const isClose = state === 'expiring' || state === 'expired';
        return (
          <span>
            <DateText date={expiresOn} />
            {isClose && ` · ${format.daysFrom(expiresOn, today)}`}
          </span>
        );
      },
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => (
        <StateBadge tone={certificateTones[state]}>
          {t(`vendors:certificate.state.${state}`)}
        </StateBadge>
      ),
    },
  ];
}
