import { useRef, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '~/shared/period';
import { readTypedDate, readTypedMonth } from '~/shared/typed-date';
import { IconCalendar } from '../icons';
import { TextField, type FieldProps } from './fields';
import { fieldId } from './form-state';
import classes from './form.module.css';

/** A month, typed as `2023-07`, `2023/7` or `2023年7月`; put into the first form on leaving the field. */
export function MonthField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      width="short"
      placeholder="2023-07"
      autoComplete="off"
      {...props}
      help={props.help ?? t('kit:form.monthHint')}
      onBlur={(event) => tidy(event, monthText(event.target.value))}
    />
  );
}

/** A date, typed as `2023-07-31`, `2023/7/31` or `2023年7月31日`, or chosen from the browser's calendar. */
export function DateField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      width="short"
      placeholder="2023-07-31"
      autoComplete="off"
      {...props}
      help={props.help ?? t('kit:form.dateHint')}
      onBlur={(event) => tidy(event, readTypedDate(event.target.value))}
      unit={<Calendar name={props.name} />}
    />
  );
}

function monthText(text: string): string | null {
  const period = readTypedMonth(text);
  return period === null ? null : formatPeriod(period);
}

function tidy(event: FocusEvent<HTMLInputElement>, text: string | null): void {
  if (text !== null) event.target.value = text;
}

function Calendar({ name }: { name: string }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const textField = () => document.getElementById(fieldId(name));
  const open = () => {
    const field = textField();
    if (picker.current && field instanceof HTMLInputElement) {
      picker.current.value = readTypedDate(field.value) ?? '';
      picker.current.showPicker();
    }
  };
  return (
    <span className={classes.calendar}>
      <button
        type="button"
        aria-label={t('kit:form.pickDate')}
        title={t('kit:form.pickDate')}
        onClick={open}
      >
        <IconCalendar size={16} aria-hidden />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const field = textField();
          if (field instanceof HTMLInputElement) field.value = event.target.value;
        }}
      />
    </span>
  );
}
