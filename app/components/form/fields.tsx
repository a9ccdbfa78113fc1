import type { InputHTMLAttributes, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describedBy, FieldFrame } from './FieldFrame';
import { useField } from './form-state';
import classes from './form.module.css';

export type FieldProps = {
  name: string;
  label: string;
  /** The value before the reader enters anything. */
  initial?: string | null;
  /** Explains the term; stands between label and field. */
  help?: ReactNode;
  /** Fields are required unless said otherwise. */
  optional?: boolean;
  disabled?: boolean;
};

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'inputMode'
  | 'autoComplete'
  | 'placeholder'
  | 'maxLength'
  | 'list'
  | 'onBlur'
  | 'onChange'
  | 'spellCheck'
>;

type Width = 'short' | 'medium' | 'full';

type TextProps = FieldProps &
  InputProps & {
    /** The unit or currency, in the field. */
    unit?: ReactNode;
    align?: 'start' | 'end';
    width?: Width;
  };

/** One line of text; the base of the figures, dates and months. */
export function TextField(props: TextProps) {
  const { name, label, initial, help, optional, unit, align, width = 'full', ...input } = props;
  const { id, error, value } = useField(name, initial);
  return (
    <FieldFrame {...{ id, label, optional, help, error, width }}>
      <input
        key={value}
        id={id}
        name={name}
        defaultValue={input.type === 'password' ? '' : value}
        aria-required={!optional}
        className={classes.input}
        data-align={align}
        {...describedBy(id, error, help)}
        {...input}
      />
      {unit !== undefined && <span className={classes.unit}>{unit}</span>}
    </FieldFrame>
  );
}

type AreaProps = FieldProps & {
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  /** For pasted cells: lines are not wrapped. */
  monospace?: boolean;
};

/** Several lines of text. */
export function TextAreaField(props: AreaProps) {
  const { name, label, initial, help, optional, rows = 4, monospace, ...area } = props;
  const { id, error, value } = useField(name, initial);
  return (
    <FieldFrame {...{ id, label, optional, help, error }}>
      <textarea
        key={value}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-required={!optional}
        className={classes.area}
        data-monospace={monospace}
        {...describedBy(id, error, help)}
        {...area}
      />
    </FieldFrame>
  );
}

/** A figure, right-aligned with its unit in the field. */
export function NumberField({ width = 'short', ...props }: TextProps) {
  return <TextField inputMode="decimal" autoComplete="off" align="end" width={width} {...props} />;
}

export function PercentField(props: Omit<TextProps, 'unit'>) {
  return <NumberField {...props} unit="%" />;
}

export type Choice = { value: string; label: string };

type SelectProps = FieldProps & { choices: readonly Choice[]; width?: Width };

/** One of a list; with a first, empty choice unless there is an initial value. */
export function SelectField(props: SelectProps) {
  const { name, label, initial, help, optional, choices, width = 'full', disabled } = props;
  const { t } = useTranslation();
  const { id, error, value } = useField(name, initial);
  const isChosen = choices.some((choice) => choice.value === value);
  return (
    <FieldFrame {...{ id, label, optional, help, error, width }}>
      <select
        key={value}
        id={id}
        name={name}
        defaultValue={isChosen ? value : ''}
        aria-required={!optional}
        disabled={disabled}
        className={classes.select}
        {...describedBy(id, error, help)}
      >
        {(optional || !isChosen) && <option value="">{t('kit:form.choose')}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
