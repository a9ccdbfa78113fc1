import { useTranslation } from 'react-i18next';
import type { ReportFigures } from '~/kpi/report-on-page';
import { cellName } from '~/kpi/cell-name';
import { Button, ButtonLink } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';
import { TextAreaField } from '../form/fields';
import { Callout } from '../Notice';
import { Section, TwoColumns } from '../Section';
import { Differences } from './Differences';
import { Requests } from './Requests';
import { ReadingsTable } from './ReadingsTable';
import { ReportFacts } from './ReportFacts';
import { ReportHead, type ReportProps } from './ReportHead';
import { SaidWarnings } from './SaidWarnings';
import { TargetTable } from './TargetTable';
import classes from './reports.module.css';

const TICKS = 'asked-cells';

/** A report that waits for its reviewer: beside the targets, the year, the other sources, and what it changes. */
export function ReportReview({
  report,
  viewer,
  figures,
}: ReportProps & { figures: ReportFigures }) {
  const { t } = useTranslation();
  const { warnings, requests, differences, targets } = figures;
  const mayDecide = viewer.canReview && !viewer.isSender;
  return (
    <>
      <ReportHead report={report} viewer={viewer} {...useDecision(report, viewer)} />
      {viewer.canReview && viewer.isSender && <Callout>{t('kpi:review.ownReport')}</Callout>}
      <TwoColumns side={<ReportFacts report={report} viewer={viewer} />}>
        {report.comment && (
          <Section title={t('kpi:draft.note')}>
            <p className={classes.said}>{report.comment}</p>
          </Section>
        )}
        {requests.length > 0 && (
          <Section title={t('kpi:answer.asked')}>
            <Requests note={null} requests={requests} />
          </Section>
        )}
        <TargetTable targets={targets} hasOthers={!viewer.isOwn} />
        <SaidWarnings warnings={warnings} />
      </TwoColumns>
      <Differences differences={differences} />
      <Readings report={report} figures={figures} mayDecide={mayDecide} />
    </>
  );
}

/** Accepting it is the thing to do; asking for a correction and taking it back stand beside. */
function useDecision(report: ReportProps['report'], viewer: ReportProps['viewer']) {
  const { t } = useTranslation();
  const base = `/reports/${report.id}`;
  const mayDecide = viewer.canReview && !viewer.isSender;
  return {
    action: mayDecide && (
      <ConfirmButton
        label={t('kpi:review.accept')}
        action={`${base}/acceptance`}
        look="primary"
        openLook="primary"
      >
        <p>
          {t('kpi:review.acceptHelp', {
            count: report.readingCount,
            vendor: report.vendorName,
          })}
        </p>
        <TextAreaField name="note" label={t('kpi:review.note')} rows={2} optional />
      </ConfirmButton>
    ),
    also: (
      <>
        {mayDecide && <ButtonLink href={`${base}/return`}>{t('kpi:review.ask')}</ButtonLink>}
        {viewer.canWithdraw && (
          <ConfirmButton label={t('kpi:withdraw.open')} action={`${base}/withdrawal`}>
            <p>{t('kpi:withdraw.help')}</p>
          </ConfirmButton>
        )}
      </>
    ),
  };
}

type ReadingsProps = Pick<ReportProps, 'report'> & { figures: ReportFigures; mayDecide: boolean };

/** What was reported; who decides can tick what is to be corrected. */
function Readings({ report, figures, mayDecide }: ReadingsProps) {
  const { t } = useTranslation();
  const { table, query } = figures;
  return (
    <Section
      title={t('kpi:page.readings')}
      help={mayDecide ? t('kpi:review.tick') : t('kpi:table.help')}
      action={
        mayDecide ? (
          <form id={TICKS} method="get" action={`/reports/${report.id}/return`}>
            <Button type="submit">{t('kpi:review.askTicked')}</Button>
          </form>
        ) : undefined
      }
    >
      <ReadingsTable
        table={table}
        query={query}
        {...(mayDecide && {
          ticks: {
            form: TICKS,
            name: (row, kpi) => cellName({ ...row, kpi: kpi.code }),
          },
        })}
      />
    </Section>
  );
}
