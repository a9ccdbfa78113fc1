import { useTranslation } from 'react-i18next';
import { dataRoles } from '~/contracts/particulars';
import { noticeDayRules } from '~/contracts/renewal';
import { paymentBases, pricingModels } from '~/contracts/pricing';
import type { FormValues } from '~/shared/form-values';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField, TextAreaField, TextField } from '../form/fields';
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

/** What the price is made up of, and when it is paid. */
export function PriceFields({ initial }: Props) {
  const { t } = useTranslation();
  const open = { value: '', label: t('common:notSet') };
  return (
    <FormSection title={t('contracts:form.price')} help={t('contracts:form.priceHelp')}>
      <NumberField
        name="total_value"
        label={t('contracts:field.totalValue')}
        initial={textOf(initial, 'total_value')}
        optional
      />
      <SelectField
        name="pricing.model"
        label={t('contracts:field.pricing')}
        initial={textOf(initial, 'pricing.model')}
        choices={[
          open,
          ...pricingModels.map((value) => ({ value, label: t(`contracts:pricing.${value}`) })),
        ]}
      />
      <TextAreaField
        name="pricing.units"
        label={t('contracts:field.units')}
        help={t('contracts:form.unitsHelp')}
        initial={textOf(initial, 'pricing.units')}
        rows={2}
        monospace
        optional
      />
      <FieldRow>
        <PercentField
          name="pricing.percent"
          label={t('contracts:field.commission')}
          initial={textOf(initial, 'pricing.percent')}
          optional
        />
        <TextField
          name="pricing.base"
          label={t('contracts:field.commissionBase')}
          help={t('contracts:form.commissionHelp')}
          initial={textOf(initial, 'pricing.base')}
          maxLength={100}
          optional
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="pricing.unit"
          label={t('contracts:field.tierUnit')}
          initial={textOf(initial, 'pricing.unit')}
          maxLength={100}
          optional
        />
        <TextAreaField
          name="pricing.tiers"
          label={t('contracts:field.tiers')}
          help={t('contracts:form.tiersHelp')}
          initial={textOf(initial, 'pricing.tiers')}
          rows={3}
          placeholder={'0 1.20'}
          monospace
          optional
        />
      </FieldRow>
      <TextField
        name="pricing.volume"
        label={t('contracts:field.volumeKpi')}
        help={t('contracts:form.volumeKpiHelp')}
        initial={textOf(initial, 'pricing.volume')}
        maxLength={200}
        optional
      />
      <TextAreaField
        name="volumes"
        label={t('contracts:field.volumes')}
        help={t('contracts:form.volumesHelp')}
        initial={textOf(initial, 'volumes')}
        rows={2}
        placeholder={'2023-01 12000'}
        monospace
        optional
      />
      <FieldRow>
        <NumberField
          name="payment_days"
          label={t('contracts:field.paymentDays')}
          initial={textOf(initial, 'payment_days')}
          unit={t('contracts:form.unitDays')}
          optional
        />
        <SelectField
          name="payment_basis"
          label={t('contracts:field.paymentBasis')}
          initial={textOf(initial, 'payment_basis')}
          choices={[
            open,
            ...paymentBases.map((value) => ({
              value,
              label: t(`contracts:paymentBasis.${value}`),
            })),
          ]}
        />
      </FieldRow>
    </FormSection>
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
