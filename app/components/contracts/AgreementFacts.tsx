import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ContractDetails } from '~/contracts/particulars';
import type { Pricing, VolumeMeasure } from '~/contracts/pricing';
import { documentLanguages } from '~/documents/document';
import { Facts, Section } from '../Section';
import { useFormat } from '../use-format';

type Props = { contract: ContractDetails & { currency: string } };

/** Parties, price, payment, law and data of a contract, as far as they were agreed. */
export function AgreementFacts({ contract }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const payment = usePayment(contract);
  const cap = useCap(contract);
  const facts: [label: string, value: string | null][] = [
    [t('contracts:field.ourEntity'), contract.ourEntity],
    [t('contracts:field.vendorEntity'), contract.vendorEntity],
    [t('contracts:field.scopeText'), contract.scopeText],
    [t('contracts:field.signedOn'), contract.signedOn && format.date(contract.signedOn)],
    [
      t('contracts:field.totalValue'),
      contract.totalValueMinor === null
        ? null
        : format.money(contract.totalValueMinor, contract.currency),
    ],
    [t('contracts:field.paymentDays'), payment],
    [t('contracts:field.liability'), cap],
    [t('contracts:field.governingLaw'), contract.governingLaw],
    [t('contracts:field.arbitration'), contract.arbitration],
    [t('contracts:field.prevailingLanguage'), languageWord(t, contract.prevailingLanguage)],
    [
      t('contracts:field.dataRole'),
      contract.dataRole && t(`contracts:dataRole.${contract.dataRole}`),
    ],
  ];
  const said = facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  const items = [...said, ...usePricingItems()(contract.pricing)];
  if (items.length === 0) return null;
  return (
    <Section title={t('contracts:page.agreement')}>
      <Facts items={items} />
    </Section>
  );
}

/** A language in the reader's words where it is one that documents are kept in, else as it was written. */
function languageWord(t: TFunction, language: string | null): string | null {
  const known = documentLanguages.find((code) => code === language);
  return known ? t(`documents:languages.${known}`) : language;
}

function usePayment({ paymentDays, paymentBasis }: ContractDetails): string | null {
  const { t } = useTranslation();
  if (paymentDays === null) return null;
  const days = t('common:days', { count: paymentDays });
  return paymentBasis === null ? days : `${days} · ${t(`contracts:paymentBasis.${paymentBasis}`)}`;
}

function useCap({
  liabilityCapMinor,
  liabilityCapPercent,
  currency,
}: Props['contract']): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [
    liabilityCapMinor === null ? null : format.money(liabilityCapMinor, currency),
    liabilityCapPercent === null
      ? null
      : t('contracts:page.ofYear', { percent: format.percent(liabilityCapPercent, 2) }),
  ];
  return parts.filter((part) => part !== null).join(' · ') || null;
}

/** The price model and each of its prices, named. */
export function usePricingItems() {
  const { t } = useTranslation();
  const format = useFormat();
  const measured = (value: string, volume: VolumeMeasure | null | undefined) =>
    volume ? t('contracts:page.measuredBy', { value, kpi: volume.kpi }) : value;
  return (pricing: Pricing | null): { label: string; value: string }[] => {
    if (pricing === null) return [];
    const units = 'units' in pricing ? (pricing.units ?? []) : [];
    const commission = 'commission' in pricing ? pricing.commission : undefined;
    const tiers = 'tiers' in pricing ? pricing.tiers : [];
    return [
      { label: t('contracts:field.pricing'), value: t(`contracts:pricing.${pricing.model}`) },
      ...units.map(({ unit, price, volume }) => ({
        label: unit,
        value: measured(format.number(price), volume),
      })),
      ...(commission
        ? [
            {
              label: commission.base,
              value: measured(format.percent(commission.percent, 6), commission.volume),
            },
          ]
        : []),
      ...tiers.map(({ from, price }) => ({
        label: t('contracts:page.fromUnits', { from: format.number(from) }),
        value: measured(format.number(price), 'volume' in pricing ? pricing.volume : null),
      })),
    ];
  };
}
