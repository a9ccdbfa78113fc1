import { Input, NativeSelect, TextInput } from '@mantine/core';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  | 'spellCheck'
>;

type TextProps = FieldProps &
  InputProps & {
    /** The unit or currency, in the field. */
    unit?: string | undefined;
    align?: 'start' | 'end';
    width?: 'short' | 'medium' | 'full';
    rightSection?: ReactNode;
  };

/** The label with "optional" where a field may be left empty. */
export function FieldLabel({ label, optional }: { label: string; optional?: boolean | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      {optional && <span className={classes.optional}> {t('kit:form.optional')}</span>}
    </>
  );
}

/** One line of text; the base of the figures, dates and months. */
export function TextField(props: TextProps) {
  const { name, label, initial, help, optional, unit, align, width = 'full', ...input } = props;
  const { id, error, value } = useField(name, initial);
  return (
    <TextInput
      key={value}
      id={id}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={help}
      error={error}
      defaultValue={input.type === 'password' ? '' : value}
      aria-required={!optional}
      data-width={width}
      className={classes.field ?? ''}
      classNames={{ input: classes.input ?? '', section: classes.unit ?? '' }}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      styles={align === 'end' ? { input: { textAlign: 'end' } } : {}}
      {...(unit !== undefined && {
        rightSection: unit,
        rightSectionWidth: `${Math.max(2.25, unit.length * 0.62 + 1.25)}rem`,
      })}
      {...input}
    />
  );
}

/** Several lines of text. */
export function TextAreaField({
  name,
  label,
  initial,
  help,
  optional,
  rows = 4,
  ...input
}: FieldProps & { rows?: number; maxLength?: number; placeholder?: string; monospace?: boolean }) {
  const { id, error, value } = useField(name, initial);
  const { monospace, ...rest } = input;
  return (
    <Input.Wrapper
      id={id}
      label={<FieldLabel label={label} optional={optional} />}
      description={help}
      error={error ?? null}
      className={classes.field ?? ''}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    >
      <Input
        component="textarea"
        key={value}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        multiline
        aria-required={!optional}
        error={error !== undefined}
        classNames={{ input: (monospace ? classes.codeArea : classes.area) ?? '' }}
        {...rest}
      />
    </Input.Wrapper>
  );
}

/** A figure, typed with a point or a comma as the reader is used to; its unit stands in the field. */
export function NumberField({ width = 'short', ...props }: TextProps) {
  return <TextField inputMode="decimal" autoComplete="off" align="end" width={width} {...props} />;
}

export function PercentField(props: Omit<TextProps, 'unit'>) {
  return <NumberField {...props} unit="%" />;
}

/** An amount in the currency's main unit, such as `1250.00`, its code in the field. */
export function MoneyField({ currency, ...props }: Omit<TextProps, 'unit'> & { currency: string }) {
  return <NumberField width="medium" {...props} unit={currency} />;
}

export type Choice = { value: string; label: string };

/** One of a list; with a first, empty choice unless there is an initial value. */
export function SelectField({
  name,
  label,
  initial,
  help,
  optional,
  choices,
  width = 'full',
  disabled,
}: FieldProps & { choices: readonly Choice[]; width?: TextProps['width'] }) {
  const { t } = useTranslation();
  const { id, error, value } = useField(name, initial);
  const isChosen = choices.some((choice) => choice.value === value);
  const first = optional || !isChosen ? [{ value: '', label: t('kit:form.choose') }] : [];
  return (
    <NativeSelect
      key={value}
      id={id}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={help}
      error={error}
      data={[...first, ...choices]}
      defaultValue={isChosen ? value : ''}
      aria-required={!optional}
      data-width={width}
      disabled={disabled ?? false}
      className={classes.field ?? ''}
      classNames={{ input: classes.input ?? '' }}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    />
  );
}
