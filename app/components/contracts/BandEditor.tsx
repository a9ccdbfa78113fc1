import { useTranslation } from 'react-i18next';
import type { BandRow } from '~/contracts/term-form';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import { IconClose } from '../icons';
import { useField } from '../form/form-state';
import { useFormat } from '../use-format';
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
        <Row
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
        <SpareRow index={rows.length} />
        <SpareRow index={rows.length + 1} />
      </noscript>
      {rows.length < MOST_BANDS && (
        <button type="button" className={classes.add} onClick={add}>
          {t('contracts:bands.add')}
        </button>
      )}
    </div>
  );
}

type RowProps = {
  index: number;
  row: BandRow;
  near: string | null;
  isLast: boolean;
  down: boolean;
  unit: string | null;
  onChange: (part: Partial<BandRow>) => void;
  onRemove?: () => void;
};

function Row({ index, row, near, isLast, down, unit, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = index + 1;
  const nearText =
    near !== null && /^-?\d+(\.\d+)?$/.test(near) ? format.number(near, { maxDigits: 12 }) : '…';
  return (
    <fieldset className={classes.row} data-severity={row.severity}>
      <legend className="visually-hidden">{t('contracts:bands.band', { number })}</legend>
      <Cell index={index} name="severity" label={t('common:column.severity')}>
        {(field) => (
          <select
            {...field}
            value={row.severity}
            onChange={(event) => onChange({ severity: event.target.value })}
          >
            {SEVERITIES.map((severity) => (
              <option key={severity} value={severity}>
                {t(`common:severity.${severity}`)}
              </option>
            ))}
          </select>
        )}
      </Cell>
      <div className={classes.near}>
        <span className={classes.label}>{t('contracts:bands.from')}</span>
        <output>{nearText}</output>
      </div>
      <Cell
        index={index}
        name="limit"
        label={t(down ? 'contracts:bands.downTo' : 'contracts:bands.upTo')}
      >
        {(field) => (
          <span className={classes.withUnit}>
            <input
              {...field}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              placeholder={isLast ? t('contracts:bands.open') : ''}
              value={row.limit}
              onChange={(event) => onChange({ limit: event.target.value })}
            />
            {unit !== null && unit.length <= 3 && <i>{unit}</i>}
          </span>
        )}
      </Cell>
      <Cell index={index} name="points" label={t('common:column.points')}>
        {(field) => (
          <input
            {...field}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            placeholder="0"
            value={row.points}
            onChange={(event) => onChange({ points: event.target.value })}
          />
        )}
      </Cell>
      <Cell index={index} name="credit_percent" label={t('contracts:bands.credit')}>
        {(field) => (
          <span className={classes.withUnit}>
            <input
              {...field}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              placeholder="0"
              value={row.credit_percent}
              onChange={(event) => onChange({ credit_percent: event.target.value })}
            />
            <i>%</i>
          </span>
        )}
      </Cell>
      {onRemove ? (
        <button
          type="button"
          className={classes.remove}
          onClick={onRemove}
          aria-label={t('contracts:bands.remove', { number })}
          title={t('contracts:bands.remove', { number })}
        >
          <IconClose size={16} aria-hidden />
        </button>
      ) : (
        <span />
      )}
    </fieldset>
  );
}

type FieldProps = {
  id: string;
  name: string;
  'aria-label': string;
  'aria-invalid': boolean;
  'aria-describedby'?: string;
};

type CellProps = {
  index: number;
  name: keyof BandRow;
  label: string;
  children: (field: FieldProps) => React.ReactNode;
};

/** One entry of a band with its error below it. */
function Cell({ index, name, label, children }: CellProps) {
  const { id, error } = useField(`bands.${index}.${name}`);
  return (
    <div className={classes.cell} data-name={name}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {children({
        id,
        name: `bands.${index}.${name}`,
        'aria-label': label,
        'aria-invalid': error !== undefined,
        ...(error !== undefined && { 'aria-describedby': `${id}-error` }),
      })}
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A further band for a page without script; without a severity it is no band. */
function SpareRow({ index }: { index: number }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.row}>
      <legend className="visually-hidden">
        {t('contracts:bands.band', { number: index + 1 })}
      </legend>
      <select name={`bands.${index}.severity`} aria-label={t('common:column.severity')}>
        <option value="">{t('common:none')}</option>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {t(`common:severity.${severity}`)}
          </option>
        ))}
      </select>
      <span />
      {(['limit', 'points', 'credit_percent'] as const).map((name) => (
        <input
          key={name}
          type="text"
          inputMode="decimal"
          name={`bands.${index}.${name}`}
          aria-label={t(
            `contracts:bands.${name === 'limit' ? 'limit' : name === 'points' ? 'points' : 'credit'}`,
          )}
        />
      ))}
    </fieldset>
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
