import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaTitle } from '~/packs/show-value';
import { agendaAt, agendaTotal, elapsedAt, minutesBetween } from '~/reviews/agenda-clock';
import { machineClock } from '~/shared/clock';
import { useSpeech } from './use-speech';
import classes from './Meeting.module.css';

const TICK = 10_000;

/**
 * Minutes since the meeting began, by the portal's clock: a reload or another screen shows the same. In the demo that clock
 * stands, so each page counts from when it was opened.
 */
export function useElapsed(openedAt: string, now: string): number {
  const [elapsed, setElapsed] = useState(() => minutesBetween(openedAt, now));
  useEffect(() => {
    const seenAt = machineClock.now().getTime();
    const tick = () =>
      setElapsed(elapsedAt(openedAt, { now, seenAt }, machineClock.now().getTime()));
    tick();
    const timer = setInterval(tick, TICK);
    return () => clearInterval(timer);
  }, [openedAt, now]);
  return elapsed;
}

/** The clock of the meeting: how long it runs, which point the plan has reached, and what is left for it. */
export function MeetingClock({ elapsed }: { elapsed: number }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { item, left } = agendaAt(elapsed);
  return (
    <div className={classes.clock} data-over={item === null}>
      <strong className="figure" role="timer">
        {t('reviews:meeting.elapsed', { elapsed, total: agendaTotal })}
      </strong>
      <progress max={agendaTotal} value={Math.min(elapsed, agendaTotal)} aria-hidden />
      <span>
        {item === null
          ? t('reviews:meeting.overrun', { count: -left })
          : t('reviews:meeting.atPoint', { point: agendaTitle(item, speech), count: left })}
      </span>
      <nav className={classes.jumps} aria-label={t('reviews:meeting.outcomes')}>
        <a href="#agreed">{t('reviews:around.actions')}</a>
        <a href="#decided">{t('reviews:decision.list')}</a>
        <a href="#rated">{t('reviews:ratings.title')}</a>
      </nav>
    </div>
  );
}
