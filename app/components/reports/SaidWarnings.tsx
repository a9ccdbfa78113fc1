import { useTranslation } from 'react-i18next';
import type { SaidFinding } from '~/kpi/report-on-page';
import { Section } from '../Section';
import classes from './reports.module.css';

/** The warnings of a report that was sent, with what its sender said to each. */
export function SaidWarnings({ warnings }: { warnings: readonly SaidFinding[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Section title={t('kpi:review.commented')}>
      <div className={classes.group}>
        <ul className={classes.findings}>
          {warnings.map(({ id, where, subject, what, comment, commentedBy }) => (
            <li key={id}>
              <span className={classes.where}>
                {where}
                {subject && <span className={classes.subject}>{subject}</span>}
              </span>
              <span className={classes.what}>
                {what}
                <span className={classes.said}>
                  {comment ?? t('kpi:review.noComment')}
                  {commentedBy && <span className={classes.quiet}> — {commentedBy}</span>}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
