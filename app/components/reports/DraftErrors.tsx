import { useTranslation } from 'react-i18next';
import type { ErrorsOnPage } from '~/kpi/report-on-page';
import { ButtonLink } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';
import { IconDownload, IconUpload } from '../icons';
import { Callout } from '../Notice';
import { Section } from '../Section';
import { FindingList } from './FindingList';
import { ReportHead, type ReportProps } from './ReportHead';
import { useErrorKind } from './use-error-kind';
import classes from './reports.module.css';

/** A draft that can't be sent: every error with its place, those alike together, and the ways to mend them. */
export function DraftErrors({ report, viewer, errors }: ReportProps & { errors: ErrorsOnPage }) {
  const { t } = useTranslation();
  const base = `/reports/${report.id}`;
  const mend = viewer.canSubmit && (
    <ButtonLink
      href={`/reports/new?replaces=${report.id}`}
      look="primary"
      icon={<IconUpload size={16} aria-hidden />}
    >
      {t('kpi:errors.mend')}
    </ButtonLink>
  );
  return (
    <>
      <ReportHead
        report={report}
        viewer={viewer}
        lead={t('kpi:errors.help')}
        action={mend}
        also={
          <>
            {viewer.canSubmit && <Discard base={base} />}
            {report.file && report.canMap && (
              <ButtonLink
                href={`${base}/remarks`}
                download
                icon={<IconDownload size={16} aria-hidden />}
              >
                {t('kpi:errors.download')}
              </ButtonLink>
            )}
          </>
        }
      />
      {report.unknownColumns > 0 && viewer.canSubmit && (
        <UnknownColumns count={report.unknownColumns} base={base} />
      )}
      <Section
        title={t('kpi:errors.title', { count: report.errorCount })}
        action={
          report.unknownColumns === 0 && report.canMap && viewer.canSubmit ? (
            <ButtonLink href={`${base}/mapping`} look="quiet">
              {t('kpi:errors.mapColumns')}
            </ButtonLink>
          ) : undefined
        }
      >
        <Kinds errors={errors} base={base} />
        <div className={classes.groups}>
          {errors.groups.map((group) => (
            <Group key={group.code} group={group} base={base} />
          ))}
        </div>
      </Section>
      {report.omittedCount > 0 && <p>{t('kpi:errors.omitted', { count: report.omittedCount })}</p>}
      {report.warningCount > 0 && (
        <p className={classes.quiet}>
          {t('kpi:errors.warningsToo', { count: report.warningCount })}
        </p>
      )}
    </>
  );
}

function UnknownColumns({ count, base }: { count: number; base: string }) {
  const { t } = useTranslation();
  return (
    <Callout tone="attention" title={t('kpi:errors.mapColumns')}>
      <p>{t('kpi:errors.mapHelp', { count })}</p>
      <p>
        <ButtonLink href={`${base}/mapping`}>{t('kpi:errors.mapColumns')}</ButtonLink>
      </p>
    </Callout>
  );
}

/** The kinds of errors as a filter, where there are several. */
function Kinds({ errors, base }: { errors: ErrorsOnPage; base: string }) {
  const { t } = useTranslation();
  const kind = useErrorKind();
  if (errors.kinds.length < 2) return null;
  return (
    <ul className={classes.kinds} aria-label={t('kpi:errors.kinds')}>
      <li>
        <a href={base} data-keep aria-current={errors.code === null}>
          {t('kpi:errors.all')}
        </a>
      </li>
      {errors.kinds.map(({ code, count }) => (
        <li key={code}>
          <a href={`${base}?code=${code}`} data-keep aria-current={errors.code === code}>
            {kind(code)} <span className={classes.count}>{count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Group({ group, base }: { group: ErrorsOnPage['groups'][number]; base: string }) {
  const { t } = useTranslation();
  const kind = useErrorKind();
  const { code, count, shown } = group;
  return (
    <section className={classes.group}>
      <h3>
        {kind(code)} <span className={classes.count}>{count}</span>
      </h3>
      <FindingList findings={shown} />
      {shown.length < count && (
        <p>
          <a href={`${base}?code=${code}`} data-keep>
            {t('kpi:errors.alike', { count })}
          </a>
        </p>
      )}
    </section>
  );
}

/** Throws the draft away, after asking. */
export function Discard({ base }: { base: string }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton label={t('kpi:draft.discard')} action={`${base}/discard`} openLook="quiet">
      {t('kpi:draft.discardHelp')}
    </ConfirmButton>
  );
}
