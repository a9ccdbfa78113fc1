import type { ReactNode } from 'react';
import classes from './StateBadge.module.css';

export type Tone = 'quiet' | 'accent' | 'good' | 'attention' | 'bad';

/** The state of a record in a word; colours other than neutral only where the state is an outcome. */
export function StateBadge({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
