import { useTranslation } from 'react-i18next';
import { Section } from '../Section';
import classes from './reports.module.css';

/** What a report file needs to hold, and the KPIs that it can name. */
export function ReportNeeds({ kpis }: { kpis: readonly { value: string; label: string }[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.needs}>
      <Section title={t('kpi:new.whatTitle')}>
        <ul className={classes.list}>
          <li>{t('kpi:new.whatMonth')}</li>
          <li>{t('kpi:new.whatKpi')}</li>
          <li>{t('kpi:new.whatMarket')}</li>
          <li>{t('kpi:new.whatOther')}</li>
        </ul>
        {kpis.length > 0 && (
          <details className={classes.details}>
            <summary>{t('kpi:new.kpis')}</summary>
            <ul className={classes.kpis}>
              {kpis.map(({ value, label }) => (
                <li key={value}>{label}</li>
              ))}
            </ul>
          </details>
        )}
      </Section>
    </div>
  );
}
