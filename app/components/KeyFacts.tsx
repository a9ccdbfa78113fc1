import type { ReactNode } from 'react';
import classes from './KeyFacts.module.css';

export type KeyFact = { label: string; value: ReactNode; note?: ReactNode };

/** Three to five figures that tell a record's story at a glance. */
export function KeyFacts({ facts }: { facts: readonly KeyFact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value, note }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd className={classes.value}>{value}</dd>
          {note && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
