import { useTranslation } from 'react-i18next';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import type { BandRow } from '~/contracts/term-form';
import { BandFields, SpareBand } from './BandFields';
import classes from './BandEditor.module.css';

type Props = {
  rows: readonly BandRow[];
  onRows: (rows: BandRow[]) => void;
  /** Failures lie below the target, so limits go down. */
  down: boolean;
  target: string | null;
  unit: string | null;
};

const MOST_BANDS = 10;

/** Failure bands from the target outwards: each has one limit, its far one, so that no gap can be typed. */
export function BandEditor({ rows, onRows, down, target, unit }: Props) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<BandRow>) => {
    const changed = rows.map((row, at) => (at === index ? { ...row, ...part } : row));
    const isLast = index === rows.length - 1;
    // Whoever gives the outermost band a limit needs another beyond it.
    if (isLast && part.limit && rows.length < MOST_BANDS) changed.push(bandAfter(changed));
    onRows(changed);
  };
  const remove = (index: number) => {
    const left = rows.filter((_, at) => at !== index);
    onRows(left.map((row, at) => (at === left.length - 1 ? { ...row, limit: '' } : row)));
  };
  const add = () => {
    onRows([...rows, bandAfter(rows)]);
    window.setTimeout(() => document.getElementById(idOf(rows.length - 1, 'limit'))?.focus(), 0);
  };
  return (
    <div className={classes.editor}>
      <div className={classes.head} aria-hidden>
        <span>{t('common:column.severity')}</span>
        <span>{t('contracts:bands.from')}</span>
        <span>{t(down ? 'contracts:bands.downTo' : 'contracts:bands.upTo')}</span>
        <span>{t('common:column.points')}</span>
        <span>{t('contracts:bands.credit')}</span>
      </div>
      {rows.map((row, index) => (
        <BandFields
          key={index}
          index={index}
          row={row}
          near={index === 0 ? target : (rows[index - 1]?.limit ?? null)}
          isLast={index === rows.length - 1}
          down={down}
          unit={unit}
          onChange={(part) => change(index, part)}
          {...(rows.length > 1 && { onRemove: () => remove(index) })}
        />
      ))}
      <noscript>
        <SpareBand index={rows.length} />
        <SpareBand index={rows.length + 1} />
      </noscript>
      {rows.length < MOST_BANDS && (
        <button type="button" className={classes.add} onClick={add}>
          {t('contracts:bands.add')}
        </button>
      )}
    </div>
  );
}

function idOf(index: number, name: keyof BandRow): string {
  return `field-bands.${index}.${name}`;
}

/** The band that follows: one step harsher where there is one. */
function bandAfter(rows: readonly BandRow[]): BandRow {
  const last = SEVERITIES.findIndex((severity) => severity === rows.at(-1)?.severity);
  const severity = SEVERITIES[Math.min(last + 1, SEVERITIES.length - 1)] ?? 'serious';
  return { severity, limit: '', points: '', credit_percent: '' };
}
