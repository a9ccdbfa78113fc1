import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Says why there is nothing and what to do about it; an action only where the head of the page does not offer it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.help}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
