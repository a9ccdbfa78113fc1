import { useTranslation } from 'react-i18next';
import { dataRoles } from '~/contracts/clause';
import { noticeDayRules } from '~/contracts/renewal';
import type { FormValues } from '~/shared/form-values';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField, TextField } from '../form/fields';
import { textOf } from './term-choices';

type Props = { initial: FormValues };

/** How long before its end either side has to say that the contract shall not go on. */
export function NoticeFields({ initial }: Props) {
  const { t } = useTranslation();
  const sides = [
    ['notice_days', 'notice_months', 'ourNotice'],
    ['vendor_notice_days', 'vendor_notice_months', 'vendorNotice'],
  ] as const;
  return (
    <>
      {sides.map(([days, months, side]) => (
        <FieldRow key={side}>
          <NumberField
            name={days}
            label={t(`contracts:field.${side}Days`)}
            initial={textOf(initial, days)}
            unit={t('contracts:form.unitDays')}
            optional
          />
          <NumberField
            name={months}
            label={t(`contracts:field.${side}Months`)}
            help={t('contracts:form.noticeHelp')}
            initial={textOf(initial, months)}
            unit={t('contracts:form.unitMonths')}
            optional
          />
        </FieldRow>
      ))}
      <SelectField
        name="notice_day"
        label={t('contracts:field.noticeDay')}
        help={t('contracts:form.noticeDayHelp')}
        initial={textOf(initial, 'notice_day') || 'exact'}
        choices={noticeDayRules.map((value) => ({
          value,
          label: t(`contracts:noticeDay.${value}`),
        }))}
        width="medium"
      />
    </>
  );
}

/** Whose law holds, what liability is capped at, and on what ground personal data travels. */
export function LawFields({ initial }: Props) {
  const { t } = useTranslation();
  const open = { value: '', label: t('common:notSet') };
  return (
    <FormSection title={t('contracts:form.law')}>
      <FieldRow>
        <TextField
          name="governing_law"
          label={t('contracts:field.governingLaw')}
          initial={textOf(initial, 'governing_law')}
          maxLength={200}
          optional
        />
        <TextField
          name="arbitration"
          label={t('contracts:field.arbitration')}
          help={t('contracts:form.arbitrationHelp')}
          initial={textOf(initial, 'arbitration')}
          maxLength={200}
          optional
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="liability_cap"
          label={t('contracts:field.liabilityCap')}
          initial={textOf(initial, 'liability_cap')}
          optional
        />
        <PercentField
          name="liability_cap_percent"
          label={t('contracts:field.liabilityCapPercent')}
          initial={textOf(initial, 'liability_cap_percent')}
          optional
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="data_role"
          label={t('contracts:field.dataRole')}
          initial={textOf(initial, 'data_role')}
          choices={[
            open,
            ...dataRoles.map((value) => ({ value, label: t(`contracts:dataRole.${value}`) })),
          ]}
        />
      </FieldRow>
      <TextField
        name="prevailing_language"
        label={t('contracts:field.prevailingLanguage')}
        help={t('contracts:form.prevailingHelp')}
        initial={textOf(initial, 'prevailing_language')}
        width="medium"
        maxLength={200}
        optional
      />
    </FormSection>
  );
}
