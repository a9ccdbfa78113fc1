import { useTranslation } from 'react-i18next';
import type { ReportFigures } from '~/kpi/report-on-page';
import { ButtonLink } from '../form/buttons';
import { Section } from '../Section';
import { Differences } from './Differences';
import { Discard } from './DraftErrors';
import { ReadingsTable } from './ReadingsTable';
import { ReportHead, type ReportProps } from './ReportHead';
import { SubmissionForm } from './SubmissionForm';
import { TargetTable } from './TargetTable';
import classes from './reports.module.css';

/** A draft without errors: what was read, what is remarkable, what it would change, and the button that sends it. */
export function DraftReady({ report, viewer, figures }: ReportProps & { figures: ReportFigures }) {
  const { t } = useTranslation();
  const { table, query, warnings, differences, targets, waiting } = figures;
  const base = `/reports/${report.id}`;
  return (
    <>
      <ReportHead
        report={report}
        viewer={viewer}
        lead={t('kpi:draft.readyHelp')}
        also={
          viewer.canSubmit && (
            <>
              <Discard base={base} />
              {report.canMap && (
                <ButtonLink href={`${base}/mapping`} look="quiet">
                  {t('kpi:mapping.title')}
                </ButtonLink>
              )}
              <ButtonLink href={`/reports/new?replaces=${report.id}`}>
                {t('kpi:draft.other')}
              </ButtonLink>
            </>
          )
        }
      />
      {viewer.canSubmit && (
        <div className={classes.submission}>
          <SubmissionForm report={report} warnings={warnings} waiting={waiting} />
        </div>
      )}
      <Differences differences={differences} />
      <Section title={t('kpi:draft.preview')} help={t('kpi:table.help')}>
        <ReadingsTable table={table} query={query} />
      </Section>
      {targets.length > 0 && <TargetTable targets={targets} hasOthers={!viewer.isOwn} />}
    </>
  );
}
