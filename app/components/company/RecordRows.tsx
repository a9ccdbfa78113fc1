import type { ReactNode } from 'react';
import classes from './company.module.css';

export type RecordRow = {
  key: string | number;
  title: string;
  href: string | null;
  facts: string;
  state?: ReactNode;
};

/** Records of a vendor one below the other, made for a narrow screen. */
export function RecordRows({ rows }: { rows: readonly RecordRow[] }) {
  return (
    <ul className={classes.rows}>
      {rows.map(({ key, title, href, facts, state }) => (
        <li key={key} className={classes.row}>
          <div className={classes.what}>
            <span className={classes.name}>
              {href === null ? title : <a href={href}>{title}</a>}
            </span>
            <span className={classes.quiet}>{facts}</span>
          </div>
          {state}
        </li>
      ))}
    </ul>
  );
}
