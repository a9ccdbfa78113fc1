import { useTranslation } from 'react-i18next';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { ScoringBadge } from '~/components/scorecards/badges';
import { Section } from '~/components/Section';
import { StateBadge, type Tone } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { certificateName } from '~/vendors/certificate-name';
import type { VendorPage } from './load-page.server';
import classes from './vendor.module.css';

const certificateTones: Record<VendorPage['certificates'][number]['state'], Tone> = {
  valid: 'good',
  expiring: 'attention',
  expired: 'bad',
  not_yet: 'quiet',
};

/** Certificates with their ends, and what its services ask for beyond them. */
export function Certificates({ page }: { page: VendorPage }) {
  const { vendor, certificates, missingCertificates, may, today } = page;
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
        columns={[
          {
            key: 'kind',
            header: t('vendors:certificate.kind'),
            cell: ({ kind, holder }) => {
              const name = certificateName(kind, t);
              return holder
                ? `${name} · ${t('vendors:certificate.heldBy', { name: holder })}`
                : name;
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
            cell: ({ state }) => (
              <StateBadge tone={certificateTones[state]}>
                {t(`vendors:certificate.state.${state}`)}
              </StateBadge>
            ),
          },
        ]}
      />
    </Section>
  );
}

const resultTones: Record<VendorPage['assessments'][number]['result'], Tone> = {
  qualified: 'good',
  conditional: 'attention',
  disqualified: 'bad',
};

/** The results of its scorings, the latest first; one that has lapsed says so. */
export function Assessments({ page }: { page: VendorPage }) {
  const { vendor, assessments, running, reassessment, may } = page;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      title={t('vendors:assessment.section')}
      action={
        <>
          {may.write && (
            <ButtonLink href={`/vendors/${vendor.id}/assessments/new`} look="quiet">
              {t('vendors:assessment.add')}
            </ButtonLink>
          )}
          {may.assess && (
            <ButtonLink href={`/vendors/${vendor.id}/assessments/request`}>
              {t('assessments:act.request')}
            </ButtonLink>
          )}
        </>
      }
    >
      {reassessment && (
        <Callout tone="attention">
          {t('vendors:assessment.due', {
            cause: t(`assessments:causes.${reassessment.cause}`),
            date: format.date(reassessment.dueOn),
          })}
        </Callout>
      )}
      {running.map(({ id, handedIn, assessors, state }) => (
        <p key={id}>
          <a href={`/assessments/${id}`}>
            {t('vendors:assessment.running', { handedIn, assessors })}
          </a>{' '}
          <ScoringBadge state={state} />
        </p>
      ))}
      <DataTable
        name="vendor-assessments"
        label={t('vendors:assessment.section')}
        rows={assessments}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('vendors:assessment.empty')} />}
        columns={[
          {
            key: 'scorecard',
            header: t('vendors:assessment.scorecard'),
            cell: ({ scorecard, scoringId }) =>
              scoringId === null ? (
                t('vendors:assessment.elsewhere', { name: scorecard })
              ) : (
                <a href={`/assessments/${scoringId}`}>{scorecard}</a>
              ),
          },
          {
            key: 'total',
            header: t('vendors:assessment.total'),
            unit: '0–100',
            align: 'end',
            cell: ({ total }) => format.number(total, { maxDigits: 2 }),
          },
          {
            key: 'result',
            header: t('vendors:assessment.result'),
            cell: ({ result }) => (
              <StateBadge tone={resultTones[result]}>
                {t(`vendors:assessment.results.${result}`)}
              </StateBadge>
            ),
          },
          {
            key: 'assessed',
            header: t('vendors:assessment.assessedOn'),
            cell: ({ assessedOn }) => <DateText date={assessedOn} />,
          },
          {
            key: 'valid',
            header: t('vendors:assessment.validUntil'),
            cell: ({ validUntil, isValid }) => (
              <span>
                <DateText date={validUntil} />
                {!isValid && ` · ${t('vendors:assessment.lapsed')}`}
              </span>
            ),
          },
          ...(may.write
            ? [
                {
                  key: 'remove',
                  header: t('common:action.remove'),
                  cell: ({ id, scoringId }: VendorPage['assessments'][number]) =>
                    scoringId === null && (
                      <span className={classes.nowrap}>
                        <ConfirmButton
                          label={t('vendors:assessment.remove')}
                          title={t('vendors:assessment.removeTitle')}
                          action={`/vendors/${vendor.id}/assessments/${id}/removal`}
                          openLook="quiet"
                        >
                          {t('vendors:assessment.removeHelp')}
                        </ConfirmButton>
                      </span>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
