import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format';
import classes from './Frame.module.css';

/** Says on every page of the demo what in it is real. */
export function DemoBanner({ date }: { date: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <aside className={classes.demo} aria-label={t('demo:title')}>
      <strong>{t('demo:title')}</strong> {t('demo:banner', { date: format.date(date) })}
    </aside>
  );
}
