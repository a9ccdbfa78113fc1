import type { ReactNode } from 'react';
import classes from './Bars.module.css';

export type Bar = {
  key: string;
  label: ReactNode;
  /** Its length as a share of `max`. */
  value: number;
  /** The figure in words, as the reader sees it. */
  text: string;
  /** What the figure rests on. */
  note?: ReactNode;
  /** Hatched: a part that is not known. */
  unknown?: boolean;
};

/** Contributions side by side: each bar with its figure, so that the bar is only its picture. */
export function Bars({ items, max = 1 }: { items: readonly Bar[]; max?: number }) {
  return (
    <ul className={classes.bars}>
      {items.map(({ key, label, value, text, note, unknown }) => (
        <li key={key}>
          <span className={classes.label}>{label}</span>
          <span className={classes.track} aria-hidden>
            <span
              className={classes.bar}
              data-unknown={unknown}
              style={{ width: `${Math.max(0, Math.min(1, value / max)) * 100}%` }}
            />
          </span>
          <span className={classes.text}>{text}</span>
          {note && <span className={classes.note}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}
