import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format';
import classes from './Progress.module.css';

type BarProps = { label: string; done: number; total: number | null; state?: WorkState };
type WorkState = 'waiting' | 'running' | 'done' | 'failed';

/** How far a piece of work has come, in figures and as a bar. */
function ProgressBar({ label, done, total, state = 'running' }: BarProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const figures =
    state === 'failed'
      ? t('kit:progress.failed')
      : state === 'done'
        ? t('kit:progress.finished')
        : total !== null && total > 0
          ? t('kit:progress.done', { done: number(done), total: number(total) })
          : t('kit:form.working');
  return (
    <div className={classes.progress} data-state={state}>
      <p className={classes.label}>
        <span>{label}</span>
        <span className="figure" role="status">
          {figures}
        </span>
      </p>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={label}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span
          className={classes.bar}
          data-moving={share === null && state !== 'done'}
          style={{ width: `${(state === 'done' ? 1 : (share ?? 0.3)) * 100}%` }}
        />
      </div>
    </div>
  );
}

export type WorkAnswer = { state: WorkState; done: number; total: number | null };

const askEvery = 1000;

/** Follows background work by asking a resource route; when it has ended, the page is read anew. */
export function WorkProgress({
  label,
  src,
  start,
}: {
  label: string;
  src: string;
  start: WorkAnswer;
}) {
  const { load, data } = useFetcher<WorkAnswer>();
  const { revalidate } = useRevalidator();
  const now = data ?? start;
  const hasEnded = now.state === 'done' || now.state === 'failed';
  const told = useRef(hasEnded);
  useEffect(() => {
    if (hasEnded) {
      if (!told.current) void revalidate();
      told.current = true;
      return undefined;
    }
    const timer = window.setInterval(() => void load(src), askEvery);
    return () => window.clearInterval(timer);
  }, [hasEnded, load, revalidate, src]);
  return <ProgressBar label={label} {...now} />;
}
