import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoBanner } from './frame/DemoBanner';
import { Mark } from './frame/Frame';
import { LanguageMenu } from './frame/PersonMenu';
import classes from './Door.module.css';

type Props = {
  title: string;
  lead?: ReactNode;
  /** The day on which the demo's clock stands; null outside the demo. */
  demoDate?: string | null;
  children: ReactNode;
};

/** A page before signing in: one thing to do, in the middle. */
export function Door({ title, lead, demoDate, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      {demoDate != null && <DemoBanner date={demoDate} />}
      <header className={classes.bar}>
        <span className={classes.brand}>
          <Mark />
          {t('common:product')}
        </span>
        <LanguageMenu />
      </header>
      <main id="main" className={classes.door}>
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
