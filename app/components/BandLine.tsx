import { useTranslation } from 'react-i18next';
import { bandSegments, positionOf, type BandTerm, type Segment, type Value } from './band-scale';
import { Shape } from './OutcomeMark';
import { useFormat } from './use-format';
import classes from './BandLine.module.css';

type Props = BandTerm & {
  unit?: string | null;
  /** The period's value, marked above the line. */
  measured?: Value | null;
};

/** A term's target, warning and failure bands on a line, with the measured value where there is one. */
export function BandLine({ unit, measured, ...term }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const segments = bandSegments(term);
  const options = unit == null ? {} : { unit };
  const number = (value: Value) => format.number(value, { maxDigits: 6 });
  const place = measured == null || measured === '' ? null : positionOf(measured, segments);
  return (
    <figure className={classes.figure} aria-label={t('kit:chart.bands')}>
      {place !== null && measured != null && (
        <div className={classes.pointer}>
          <span style={{ left: `${place * 100}%` }} data-side={place > 0.5 ? 'end' : 'start'}>
            {format.againstTarget(String(measured), term.target, options)}
          </span>
        </div>
      )}
      <div className={classes.line}>
        {segments.map((segment) => (
          <div
            key={`${segment.from} ${segment.to}`}
            className={classes.segment}
            data-outcome={segment.outcome}
            data-severity={segment.severity}
            style={{ flexGrow: segment.width }}
          >
            <SegmentName segment={segment} />
          </div>
        ))}
        {place !== null && <i className={classes.needle} style={{ left: `${place * 100}%` }} />}
      </div>
      <div className={classes.scale} aria-hidden>
        {segments.slice(1).map(({ from, left }) => (
          <span
            key={left}
            style={{ left: `${left * 100}%` }}
            data-target={from === Number(term.target)}
          >
            {from === null ? '' : number(from)}
          </span>
        ))}
      </div>
    </figure>
  );
}

function SegmentName({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { from, to, outcome, severity } = segment;
  const word = severity ? t(`common:severity.${severity}`) : t(`common:outcome.${outcome}`);
  const range = [from, to].map((edge) => (edge === null ? '…' : number(edge, { maxDigits: 6 })));
  return (
    <span title={`${word}: ${range.join(' – ')}`} className={classes.name}>
      <Shape outcome={outcome} severity={severity} />
      <span>{word}</span>
    </span>
  );
}
