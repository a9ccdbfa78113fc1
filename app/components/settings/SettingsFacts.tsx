import { useTranslation } from 'react-i18next';
import { settingFacts, type SettingUnit } from '~/settings/setting-facts';
import type { settingsFormValues } from '~/settings/settings-form';
import { Facts, Section } from '../Section';
import { useFormat } from '../use-format';

type Values = ReturnType<typeof settingsFormValues>;

/** The settings to read, under the headings of the form, each figure with what it counts. */
export function SettingsFacts({ values }: { values: Values }) {
  const { t } = useTranslation();
  const text = useSettingText(values.house_currency);
  return settingFacts.map(([part, facts]) => (
    <Section key={part} title={t(`settings:${part}.title`)}>
      <Facts
        items={facts.map(({ name, word, unit }) => ({
          label: t(`settings:${word}`),
          value: text(values[name], unit),
        }))}
      />
    </Section>
  ));
}

function useSettingText(currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  return (value: string, unit: SettingUnit): string => {
    switch (unit) {
      case 'text':
        return value;
      case 'points':
        return format.number(value, { unit: t('settings:ranking.points') });
      case 'currency':
        return format.amount(value, currency);
      case 'percent':
        return format.percent(value);
      case 'megabytes':
        return format.number(value, { unit: t('settings:limits.megabytes') });
      case 'count':
        return format.number(value);
      case 'days':
        return t('common:days', { count: Number(value) });
    }
  };
}
