import { useTranslation } from 'react-i18next';
import type { ReportFigures } from '~/kpi/report-on-page';
import { ButtonLink } from '../form/buttons';
import { IconDownload, IconUpload } from '../icons';
import { Section, TwoColumns } from '../Section';
import { Requests } from './Requests';
import { ReadingsTable } from './ReadingsTable';
import { ReportFacts } from './ReportFacts';
import { ReportHead, type ReportProps } from './ReportHead';

/** A report that was sent back: which cells and why, and the way to send a mended file. */
export function ReportReturned({
  report,
  viewer,
  figures,
}: ReportProps & { figures: ReportFigures }) {
  const { t } = useTranslation();
  const { requests, table, query } = figures;
  return (
    <>
      <ReportHead
        report={report}
        viewer={viewer}
        lead={viewer.canSubmit ? t('kpi:changes.help') : undefined}
        action={
          viewer.canSubmit && (
            <ButtonLink
              href={`/reports/new?replaces=${report.id}`}
              look="primary"
              icon={<IconUpload size={16} aria-hidden />}
            >
              {t('kpi:errors.mend')}
            </ButtonLink>
          )
        }
        also={
          <>
            {report.file && (
              <ButtonLink
                href={`/uploads/${report.file.id}`}
                download
                icon={<IconDownload size={16} aria-hidden />}
              >
                {t('kpi:history.download')}
              </ButtonLink>
            )}
            {viewer.canSubmit && viewer.isOfOwnSide && (
              <ButtonLink href={`/reports/${report.id}/answer`}>{t('kpi:answer.open')}</ButtonLink>
            )}
          </>
        }
      />
      <TwoColumns side={<ReportFacts report={report} viewer={viewer} />}>
        <Section title={t('kpi:changes.title')}>
          <Requests note={report.decisionNote} requests={requests} />
        </Section>
      </TwoColumns>
      <Section title={t('kpi:page.readings')} help={t('kpi:table.help')}>
        <ReadingsTable table={table} query={query} />
      </Section>
    </>
  );
}
