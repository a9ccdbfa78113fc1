import type { SaidFinding } from '~/kpi/report-on-page';
import classes from './reports.module.css';

/** Findings: where each is, and what is wrong with what would be right. */
export function FindingList({ findings }: { findings: readonly SaidFinding[] }) {
  return (
    <ul className={classes.findings}>
      {findings.map(({ id, where, what, subject }) => (
        <li key={id}>
          <span className={classes.where}>
            {where}
            {subject && <span className={classes.subject}>{subject}</span>}
          </span>
          <span className={classes.what}>{what}</span>
        </li>
      ))}
    </ul>
  );
}
