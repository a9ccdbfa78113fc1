import { useTranslation } from 'react-i18next';
import { ButtonLink } from '~/components/form/buttons';
import { Section } from '~/components/Section';
import type { VendorPage } from './load-page.server';
import classes from './vendor.module.css';

/** The numbers by which the world knows it, each checked; one that another vendor entered too says so. */
export function Identifiers({ page: { vendor, identifiers, may } }: { page: VendorPage }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('diligence:identifier.section')}
      action={
        may.write && (
          <ButtonLink href={`/vendors/${vendor.id}/identifiers/new`} look="quiet">
            {t('diligence:identifier.add')}
          </ButtonLink>
        )
      }
    >
      {identifiers.length === 0 && (
        <p className={classes.quiet}>{t('diligence:identifier.empty')}</p>
      )}
      <ul className={classes.numbers}>
        {identifiers.map(({ id, kind, value, country, rivals }) => (
          <li key={id}>
            <span className={classes.quiet}>
              {t(`diligence:identifier.kinds.${kind}`)}
              {country !== null && ` · ${country}`}
            </span>
            {may.write ? (
              <a href={`/vendors/${vendor.id}/identifiers/${id}`}>{value}</a>
            ) : (
              <strong>{value}</strong>
            )}
            {rivals.map((rival) => (
              <span key={rival.vendorId}>
                {t('diligence:identifier.rival')}{' '}
                <a href={`/vendors/${rival.vendorId}`}>{rival.name}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
