import { useId, type ReactNode } from 'react';
import classes from './Section.module.css';

type Props = {
  title: string;
  /** Tells it apart from another part of the same title, for who hears the page. */
  within?: string | undefined;
  help?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ title, within, help, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <h2 id={id}>
          {title}
          {within && <span className="visually-hidden">: {within}</span>}
        </h2>
        {action}
      </div>
      {help && <p className={classes.help}>{help}</p>}
      {children}
    </section>
  );
}

/** A record's page: the story in the middle, facts and people at the side. */
export function TwoColumns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.story}>{children}</div>
      <aside className={classes.side}>{side}</aside>
    </div>
  );
}

/** Facts of a record, name and value. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className={classes.facts}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
