import type { ReactNode } from 'react';
import { useFormat } from './use-format';
import classes from './Timeline.module.css';

export type TimelineItem = {
  key: string | number;
  /** Instant, ISO UTC. */
  at: string;
  title: ReactNode;
  who?: ReactNode;
  children?: ReactNode;
  tone?: 'quiet' | 'accent' | 'good' | 'bad';
};

/** What happened, in the order given. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const format = useFormat();
  return (
    <ol className={classes.timeline}>
      {items.map(({ key, at, title, who, children, tone = 'quiet' }) => (
        <li key={key} data-tone={tone}>
          <p className={classes.title}>{title}</p>
          <p className={classes.meta}>
            <time dateTime={at}>{format.instant(at)}</time>
            {who && <span>{who}</span>}
          </p>
          {children && <div className={classes.body}>{children}</div>}
        </li>
      ))}
    </ol>
  );
}
