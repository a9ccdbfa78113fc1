import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonthShort } from '~/shared/format';
import { monthOf, yearOf, type Period } from '~/shared/period';
import { OutcomeMark, Shape, type Outcome, type Severity } from './OutcomeMark';
import { useFormat } from './use-format';
import classes from './HeatMap.module.css';

export type HeatCell = {
  period: Period;
  outcome: Outcome;
  severity?: Severity | null;
  /** The figure, without its unit. */
  text?: string;
  href?: string;
};

export type HeatRow = {
  key: string | number;
  label: string;
  href?: string;
  cells: readonly HeatCell[];
};

type Props = {
  /** What the map says, as a sentence. */
  title: string;
  rows: readonly HeatRow[];
  periods: readonly Period[];
};

/** Outcomes of many rows month by month, by colour, shape and figure; each cell opens what is behind it. */
export function HeatMap({ title, rows, periods }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // Where not all months fit the newest ones are wanted first.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, []);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      <div ref={scroller} className={classes.scroll}>
        <table className={classes.map}>
          <thead>
            <tr>
              <td />
              {periods.map((period, index) => (
                <MonthHead key={period} period={period} isFirst={index === 0} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const cells = new Map(row.cells.map((cell) => [cell.period, cell]));
              return (
                <tr key={row.key}>
                  <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
                  {periods.map((period) => (
                    <Cell key={period} cell={cells.get(period)} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Legend cells={rows.flatMap(({ cells }) => cells)} />
    </figure>
  );
}

/** What the shapes mean: the outcomes that the map shows, breaches by how grave they are. */
function Legend({ cells }: { cells: readonly HeatCell[] }) {
  const has = (outcome: Outcome, severity: Severity | null) =>
    cells.some((cell) => cell.outcome === outcome && (cell.severity ?? null) === severity);
  const marks: readonly [Outcome, Severity | null][] = [
    ['met', null],
    ['at_risk', null],
    ['breached', null],
    ['breached', 'minor'],
    ['breached', 'serious'],
    ['breached', 'critical'],
    ['no_data', null],
    ['excused', null],
    ['pending', null],
  ];
  return (
    <ul className={classes.legend}>
      {marks
        .filter(([outcome, severity]) => has(outcome, severity))
        .map(([outcome, severity]) => (
          <li key={`${outcome} ${severity}`}>
            <OutcomeMark outcome={outcome} severity={severity} />
          </li>
        ))}
    </ul>
  );
}

function MonthHead({ period, isFirst }: { period: Period; isFirst: boolean }) {
  const format = useFormat();
  const hasYear = isFirst || monthOf(period) === 1;
  return (
    <th scope="col" abbr={format.month(period)}>
      {hasYear && <span>{yearOf(period)}</span>}
      {formatMonthShort(period, format.locale)}
    </th>
  );
}

function Cell({ cell }: { cell: HeatCell | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!cell) return <td />;
  const { period, outcome, severity, text, href } = cell;
  const words = [
    format.month(period),
    t(`common:outcome.${outcome}`),
    severity && t(`common:severity.${severity}`),
    text,
  ]
    .filter(Boolean)
    .join(' · ');
  const content = (
    <>
      <Shape outcome={outcome} severity={severity ?? null} />
      {text !== undefined && <span>{text}</span>}
    </>
  );
  return (
    <td data-outcome={outcome} data-severity={severity ?? undefined}>
      {href === undefined ? (
        <span title={words} className={classes.cell}>
          {content}
        </span>
      ) : (
        <a href={href} title={words} aria-label={words} className={classes.cell}>
          {content}
        </a>
      )}
    </td>
  );
}
