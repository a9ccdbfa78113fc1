import { useTranslation } from 'react-i18next';
import type { ReportFigures, ReportLinks } from '~/kpi/report-on-page';
import { ButtonLink } from '../form/buttons';
import { Section, TwoColumns } from '../Section';
import { ReadingsTable } from './ReadingsTable';
import { ReportFacts } from './ReportFacts';
import { ReportHead, type ReportProps } from './ReportHead';
import { SaidWarnings } from './SaidWarnings';
import { TargetTable } from './TargetTable';
import classes from './reports.module.css';

/** A report that is decided: its readings, its history, what it superseded and what rests on it. */
export function ReportSettled({
  report,
  viewer,
  figures,
  links,
}: ReportProps & { figures: ReportFigures; links: ReportLinks }) {
  const { t } = useTranslation();
  const { table, query, targets, warnings } = figures;
  return (
    <>
      <ReportHead
        report={report}
        viewer={viewer}
        also={
          viewer.canSubmit &&
          report.state === 'accepted' && (
            <ButtonLink
              href={viewer.isOwn ? '/reports/new' : `/reports/new?vendor=${report.vendorCode}`}
            >
              {t('kpi:due.correct')}
            </ButtonLink>
          )
        }
      />
      <TwoColumns side={<ReportFacts report={report} viewer={viewer} links={links} />}>
        {report.comment && (
          <Section title={t('kpi:draft.note')}>
            <p className={classes.said}>{report.comment}</p>
          </Section>
        )}
        {targets.length > 0 && <TargetTable targets={targets} hasOthers={!viewer.isOwn} />}
        <SaidWarnings warnings={warnings} />
      </TwoColumns>
      {table.total > 0 && (
        <Section title={t('kpi:page.readings')} help={t('kpi:table.help')}>
          <ReadingsTable table={table} query={query} />
        </Section>
      )}
    </>
  );
}
