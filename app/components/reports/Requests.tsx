import { useTranslation } from 'react-i18next';
import type { SaidFinding } from '~/kpi/report-on-page';
import classes from './reports.module.css';

/** What a reviewer asks: of the report as a whole, and cell by cell. */
export function Requests({
  note,
  requests,
}: {
  note: string | null;
  requests: readonly SaidFinding[];
}) {
  const { t } = useTranslation();
  return (
    <>
      {note && (
        <div className={classes.block}>
          <span className={classes.quiet}>{t('kpi:changes.noteBy')}</span>
          <p className={classes.said}>{note}</p>
        </div>
      )}
      {requests.length > 0 && (
        <div className={classes.group}>
          <ul className={classes.findings}>
            {requests.map(({ id, subject, value, what }) => (
              <li key={id}>
                <span className={classes.where}>
                  {subject}
                  {value !== null && <span className={classes.subject}>{value}</span>}
                </span>
                <span className={classes.what}>{what}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
