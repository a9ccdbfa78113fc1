import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '~/shared/money';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, SelectField, type Choice } from '../form/fields';

type Offering = {
  serviceId: number;
  marketId: number;
  capacity: string | null;
  unitPrice: string | null;
  currency: string | null;
  leadTimeDays: number | null;
};

type Props = {
  offering: Offering | null;
  services: readonly Choice[];
  markets: readonly Choice[];
  /** What the vendor carries of the service today, beside what it can carry: ours to say. */
  carried?: ReactNode;
};

/** An offering as a vendor says it of itself: which service where, how much of it, at what price and how soon. */
export function OfferingFields({ offering, services, markets, carried }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow>
        <SelectField
          name="service"
          label={t('common:column.service')}
          initial={offering && String(offering.serviceId)}
          choices={services}
        />
        <SelectField
          name="market"
          label={t('common:column.market')}
          initial={offering && String(offering.marketId)}
          choices={markets}
        />
      </FieldRow>
      <FormSection title={t('vendors:offering.volume')}>
        <FieldRow>
          <NumberField
            name="capacity"
            label={t('vendors:offering.capacity')}
            help={t('vendors:offering.capacityHelp')}
            optional
            initial={offering?.capacity ?? null}
          />
          {carried}
        </FieldRow>
        <PriceFields offering={offering} />
      </FormSection>
    </>
  );
}

/** The price of a unit with its currency, and the days from an order to its start. */
function PriceFields({ offering }: Pick<Props, 'offering'>) {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow>
        <NumberField
          name="unitPrice"
          label={t('vendors:offering.price')}
          optional
          initial={offering?.unitPrice ?? null}
        />
        <SelectField
          name="currency"
          label={t('vendors:offering.currency')}
          optional
          initial={offering?.currency ?? null}
          choices={CURRENCIES.map((value) => ({ value, label: value }))}
        />
      </FieldRow>
      <NumberField
        name="leadTimeDays"
        label={t('vendors:offering.leadTime')}
        unit={t('vendors:offering.days')}
        optional
        initial={offering?.leadTimeDays?.toString() ?? null}
      />
    </>
  );
}
