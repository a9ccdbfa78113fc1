import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { ScoringBadge } from '~/components/scorecards/badges';
import { Section } from '~/components/Section';
import { StateBadge, type Tone } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import type { VendorPage } from './load-page.server';
import classes from './vendor.module.css';

const resultTones: Record<VendorPage['assessments'][number]['result'], Tone> = {
  qualified: 'good',
  conditional: 'attention',
  disqualified: 'bad',
};

/** The results of its scorings, the latest first; one that has lapsed says so. */
export function Assessments({ page }: { page: VendorPage }) {
  const { vendor, assessments, may } = page;
  const { t } = useTranslation();
  const columns = useAssessmentColumns();
  const removal = useRemovalColumn(vendor.id);
  return (
    <Section title={t('vendors:assessment.section')} action={<AssessmentActions page={page} />}>
      <Pending page={page} />
      <DataTable
        name="vendor-assessments"
        label={t('vendors:assessment.section')}
        rows={assessments}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('vendors:assessment.empty')} />}
        columns={may.write ? [...columns, removal] : columns}
      />
    </Section>
  );
}

function AssessmentActions({ page: { vendor, may } }: { page: VendorPage }) {
  const { t } = useTranslation();
  return (
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
  );
}

/** What is due and what runs: over the results that there are. */
function Pending({ page: { reassessment, running } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
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
    </>
  );
}

type Assessment = VendorPage['assessments'][number];

function useAssessmentColumns(): Column<Assessment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
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
      card: 'figure',
      unit: '0–100',
      align: 'end',
      cell: ({ total }) => format.number(total, { maxDigits: 2 }),
    },
    {
      key: 'result',
      header: t('vendors:assessment.result'),
      card: 'state',
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
  ];
}

/** Takes away a result from elsewhere; a scoring of the house stands. */
function useRemovalColumn(vendorId: number): Column<Assessment> {
  const { t } = useTranslation();
  return {
    key: 'remove',
    header: t('common:action.remove'),
    cell: ({ id, scoringId }) =>
      scoringId === null && (
        <span className={classes.nowrap}>
          <ConfirmButton
            label={t('vendors:assessment.remove')}
            title={t('vendors:assessment.removeTitle')}
            action={`/vendors/${vendorId}/assessments/${id}/removal`}
            openLook="quiet"
          >
            {t('vendors:assessment.removeHelp')}
          </ConfirmButton>
        </span>
      ),
  };
}
