import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Frame.module.css';

const askEvery = 2000;

/** How much background work is under way; when the last ends, the page shows its effect. */
export function RunningWork({ running, canSeeJobs }: { running: number; canSeeJobs: boolean }) {
  const { t } = useTranslation();
  const { load, data } = useFetcher<{ running: number }>();
  const { revalidate } = useRevalidator();
  const now = data?.running ?? running;
  const before = useRef(now);
  useEffect(() => {
    if (before.current > 0 && now === 0) void revalidate();
    before.current = now;
  }, [now, revalidate]);
  useEffect(() => {
    if (running === 0) return undefined;
    const timer = window.setInterval(() => void load('/work'), askEvery);
    return () => window.clearInterval(timer);
  }, [running, load]);
  const words = t('kit:progress.running', { count: now });
  return (
    <span className={classes.running} role="status">
      {now > 0 && <span className={classes.pulse} aria-hidden />}
      {now > 0 && (canSeeJobs ? <a href="/jobs">{words}</a> : words)}
    </span>
  );
}
