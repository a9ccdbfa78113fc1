import { useTranslation } from 'react-i18next';
import type { ReadingProgress } from '~/kpi/report-on-page';
import { SubmitButton } from '../form/buttons';
import { EditForm } from '../form/EditForm';
import { Callout } from '../Notice';
import { WorkProgress } from '../Progress';
import { ReportHead, type ReportProps } from './ReportHead';
import classes from './reports.module.css';

/** A report whose file is read in the background: progress that can be left; without script the page asks again by itself. */
export function ReportBeingRead({
  report,
  viewer,
  progress,
}: ReportProps & { progress: ReadingProgress | null }) {
  const { t } = useTranslation();
  const base = `/reports/${report.id}`;
  const hasStopped = progress === null || progress.state === 'failed';
  return (
    <>
      <ReportHead report={report} viewer={viewer} />
      {hasStopped ? (
        <>
          <Callout tone="problem">{t('kpi:page.failed')}</Callout>
          {viewer.canSubmit && (
            <EditForm action={`${base}/reading`}>
              <div className={classes.actions}>
                <SubmitButton action={`${base}/reading`}>{t('kpi:page.readAgain')}</SubmitButton>
              </div>
            </EditForm>
          )}
        </>
      ) : (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
          <WorkProgress label={t('kpi:page.reading')} src={`${base}/progress`} start={progress} />
          <p className={classes.quiet}>{t('kpi:page.readingHelp')}</p>
        </>
      )}
    </>
  );
}
