import { useTranslation } from 'react-i18next';
import type { SlaTerm } from '~/contracts/sla-term';
import { bandSegments } from '../band-scale';
import { useFormat } from '../use-format';
import classes from './ScaledBands.module.css';

/** A term's bands on a scale that several terms share, its target marked, so that lines under each other compare. */
export function ScaledBands({
  term,
  scale,
  unit,
}: {
  term: SlaTerm;
  scale: { from: number; to: number };
  unit: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const segments = bandSegments({
    operator: term.operator,
    target: term.target,
    warnAt: term.warn_at,
    bands: term.bands,
  });
  const place = (value: number | null, open: number) =>
    (((value ?? open) - scale.from) / (scale.to - scale.from)) * 100;
  const words = segments
    .map(({ outcome, severity, from, to }) => {
      const word = severity ? t(`common:severity.${severity}`) : t(`common:outcome.${outcome}`);
      const range = [from, to].map((edge) =>
        edge === null ? '…' : format.number(edge, { maxDigits: 6 }),
      );
      return `${word}: ${range.join(' – ')}`;
    })
    .join('; ');
  return (
    <span className={classes.line} role="img" aria-label={words} title={words}>
      {segments.map(({ outcome, severity, from, to }) => {
        const left = place(from, scale.from);
        return (
          <span
            key={`${from} ${to}`}
            className={classes.segment}
            data-outcome={outcome}
            data-severity={severity}
            style={{ left: `${left}%`, width: `${place(to, scale.to) - left}%` }}
          />
        );
      })}
      <span className={classes.target} style={{ left: `${place(Number(term.target), 0)}%` }}>
        {format.number(term.target, { maxDigits: 6, unit })}
      </span>
    </span>
  );
}
