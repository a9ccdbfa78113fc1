import { useTranslation } from 'react-i18next';
import { paymentBases, pricingModels } from '~/contracts/pricing-models';
import type { FormValues } from '~/shared/form-values';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField, TextAreaField, TextField } from '../form/fields';
import { textOf } from './term-choices';

type Props = { initial: FormValues };

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
      <RateFields initial={initial} />
      <VolumeFields initial={initial} />
      <PaymentFields initial={initial} />
    </FormSection>
  );
}

/** What a share, or a unit that grows cheaper with the volume, costs. */
function RateFields({ initial }: Props) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** What the price is reckoned from: the KPI that counts, or what was agreed for each month. */
function VolumeFields({ initial }: Props) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

function PaymentFields({ initial }: Props) {
  const { t } = useTranslation();
  const open = { value: '', label: t('common:notSet') };
  return (
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
  );
}
