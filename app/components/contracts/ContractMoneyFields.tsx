import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import { CURRENCIES } from '~/shared/money';
import { CheckboxField } from '../form/choices';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField, TextAreaField, TextField } from '../form/fields';
import { textOf } from './term-choices';

/** The fees and what bounds the credits. */
export function MoneyFields({ initial }: { initial: FormValues }) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('contracts:page.money')} help={t('contracts:form.moneyHelp')}>
      <FieldRow>
        <SelectField
          name="currency"
          label={t('common:column.currency')}
          initial={textOf(initial, 'currency')}
          choices={CURRENCIES.map((value) => ({ value, label: value }))}
        />
        <NumberField
          name="fee"
          label={t('contracts:monthlyFee')}
          initial={textOf(initial, 'fee')}
          optional
        />
      </FieldRow>
      <TextAreaField
        name="fees"
        label={t('contracts:page.fees')}
        help={t('contracts:form.feesHelp')}
        initial={textOf(initial, 'fees')}
        rows={3}
        placeholder={'2023-01 2023-12 100000.00'}
        monospace
        optional
      />
      <FieldRow>
        <PercentField
          name="credit_cap_percent"
          label={t('contracts:field.cap')}
          help={t('contracts:form.capHelp')}
          initial={textOf(initial, 'credit_cap_percent')}
          optional
        />
        <NumberField
          name="credit_minimum"
          label={t('contracts:field.minimum')}
          help={t('contracts:form.minimumHelp')}
          initial={textOf(initial, 'credit_minimum')}
          optional
        />
        <PercentField
          name="at_risk_percent"
          label={t('contracts:field.atRisk')}
          help={t('contracts:form.atRiskHelp')}
          initial={textOf(initial, 'at_risk_percent')}
          optional
        />
      </FieldRow>
      <TextAreaField
        name="points_table"
        label={t('contracts:field.pointsTable')}
        help={t('contracts:form.pointsHelp')}
        initial={textOf(initial, 'points_table')}
        rows={3}
        placeholder={'10 2'}
        monospace
        optional
      />
    </FormSection>
  );
}

type ReportProps = { initial: FormValues; timeZones: readonly string[] };

/** When reports are due, and whose days count. */
export function ReportFields({ initial, timeZones }: ReportProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('contracts:page.reporting')}>
      <FieldRow>
        <SelectField
          name="report_due.kind"
          label={t('contracts:field.due')}
          initial={textOf(initial, 'report_due.kind') || 'none'}
          help={t('contracts:form.dueHelp')}
          choices={[
            { value: 'day', label: t('contracts:form.dueDay') },
            { value: 'business_day', label: t('contracts:form.dueBusinessDay') },
            { value: 'none', label: t('contracts:due.none') },
          ]}
        />
        <NumberField
          name="report_due.day"
          label={t('contracts:form.dueNumber')}
          initial={textOf(initial, 'report_due.day')}
          help={t('contracts:form.dueNumberHelp')}
          optional
        />
        <NumberField
          name="report_due.grace_days"
          label={t('contracts:field.grace')}
          initial={textOf(initial, 'report_due.grace_days')}
          help={t('contracts:form.graceHelp')}
          optional
        />
      </FieldRow>
      <TextField
        name="time_zone"
        label={t('contracts:field.timeZone')}
        help={t('contracts:form.timeZoneHelp')}
        initial={textOf(initial, 'time_zone') || 'UTC'}
        list="time-zones"
        width="medium"
        spellCheck={false}
      />
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        name="calendar_country"
        label={t('contracts:field.calendarCountry')}
        help={t('contracts:form.calendarCountryHelp')}
        initial={textOf(initial, 'calendar_country')}
        width="short"
        maxLength={2}
        spellCheck={false}
        optional
      />
      <CheckboxField
        name="accepts_alone"
        label={t('contracts:field.acceptsAlone')}
        help={t('contracts:form.acceptsAloneHelp')}
        initial={textOf(initial, 'accepts_alone') === 'on'}
      />
    </FormSection>
  );
}
