import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import type { BandRow } from '~/contracts/term-form';
import { useField } from '../form/form-state';
import { IconClose } from '../icons';
import { useFormat } from '../use-format';
import classes from './BandEditor.module.css';

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

/** One band: its severity, where it ends, what it costs. */
export function BandFields({ index, row, near, isLast, down, unit, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = index + 1;
  const unitWord = unit === null ? '' : format.unit(unit);
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
            <SeverityOptions />
          </select>
        )}
      </Cell>
      <Near near={near} />
      <Cell
        index={index}
        name="limit"
        label={t(down ? 'contracts:bands.downTo' : 'contracts:bands.upTo')}
      >
        {(field) => (
          <span className={classes.withUnit}>
            <Figure
              {...field}
              placeholder={isLast ? t('contracts:bands.open') : ''}
              value={row.limit}
              onFigure={(limit) => onChange({ limit })}
            />
            {unitWord.length <= 3 && <i>{unitWord}</i>}
          </span>
        )}
      </Cell>
      <Cell index={index} name="points" label={t('common:column.points')}>
        {(field) => (
          <Figure
            {...field}
            placeholder="0"
            value={row.points}
            onFigure={(points) => onChange({ points })}
          />
        )}
      </Cell>
      <Cell index={index} name="credit_percent" label={t('contracts:bands.credit')}>
        {(field) => (
          <span className={classes.withUnit}>
            <Figure
              {...field}
              placeholder="0"
              value={row.credit_percent}
              onFigure={(credit_percent) => onChange({ credit_percent })}
            />
            <i>%</i>
          </span>
        )}
      </Cell>
      <RemoveBand number={number} onRemove={onRemove} />
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

type FigureProps = FieldProps & {
  placeholder: string;
  value: string;
  onFigure: (text: string) => void;
};

function Figure({ onFigure, ...field }: FigureProps) {
  return (
    <input
      {...field}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => onFigure(event.target.value)}
    />
  );
}

/** Where the band begins: where the one before it ends, as far as that is a figure yet. */
function Near({ near }: { near: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nearText =
    near !== null && /^-?\d+(\.\d+)?$/.test(near) ? format.number(near, { maxDigits: 12 }) : '…';
  return (
    <div className={classes.near}>
      <span className={classes.label}>{t('contracts:bands.from')}</span>
      <output>{nearText}</output>
    </div>
  );
}

function SeverityOptions() {
  const { t } = useTranslation();
  return SEVERITIES.map((severity) => (
    <option key={severity} value={severity}>
      {t(`common:severity.${severity}`)}
    </option>
  ));
}

type RemoveProps = { number: number; onRemove: (() => void) | undefined };

/** Takes the band away; its place stays where it may not go. */
function RemoveBand({ number, onRemove }: RemoveProps) {
  const { t } = useTranslation();
  if (!onRemove) return <span />;
  return (
    <button
      type="button"
      className={classes.remove}
      onClick={onRemove}
      aria-label={t('contracts:bands.remove', { number })}
      title={t('contracts:bands.remove', { number })}
    >
      <IconClose size={16} aria-hidden />
    </button>
  );
}

type CellProps = {
  index: number;
  name: keyof BandRow;
  label: string;
  children: (field: FieldProps) => ReactNode;
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
export function SpareBand({ index }: { index: number }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.row}>
      <legend className="visually-hidden">
        {t('contracts:bands.band', { number: index + 1 })}
      </legend>
      <select name={`bands.${index}.severity`} aria-label={t('common:column.severity')}>
        <option value="">{t('common:none')}</option>
        <SeverityOptions />
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
