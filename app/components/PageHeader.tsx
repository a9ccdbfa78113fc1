import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyFacts, type KeyFact } from './KeyFacts';
import classes from './PageHeader.module.css';

export type Crumb = { label: string; href: string };

type Props = {
  title: string;
  /** The way here, from the outermost list; the page itself is the title. */
  crumbs?: readonly Crumb[];
  /** A StateBadge or OutcomeMark beside the title. */
  state?: ReactNode;
  /** One sentence under the title, where the title does not say it all. */
  lead?: ReactNode;
  /** Three to five. */
  facts?: readonly KeyFact[];
  /** The one primary action. */
  action?: ReactNode;
  /** Lesser actions, left of the primary one. */
  also?: ReactNode;
};

/** The head of every page: where I am, the title with its state, key facts and one primary action. */
export function PageHeader({ title, crumbs = [], state, lead, facts, action, also }: Props) {
  const { t } = useTranslation();
  return (
    <header className={classes.header}>
      {crumbs.length > 0 && (
        <nav aria-label={t('kit:breadcrumbs')} className={classes.crumbs}>
          {crumbs.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      )}
      <div className={classes.top}>
        <div className={classes.title}>
          <h1>{title}</h1>
          {state}
        </div>
        {[action, also].some(Boolean) && (
          <div className={`${classes.actions} no-print`}>
            {also}
            {action}
          </div>
        )}
      </div>
      {lead && <p className={classes.lead}>{lead}</p>}
      {facts && facts.length > 0 && <KeyFacts facts={facts} />}
    </header>
  );
}
