import type { TFunction } from 'i18next';
import { quarterText } from '~/packs/show-value';
import { formatMonth, type Locale } from '~/shared/format';
import { certificateName } from '~/vendors/certificate-name';
import type { ComingDate } from './coming-date';

/** What a coming date is about, in its reader's words: `AIR-2022-B6, Jan 2024`, `2023 Q4`. */
export function comingRecord(
  { kind, name, month }: Pick<ComingDate, 'kind' | 'name' | 'month'>,
  { t, locale }: { t: TFunction; locale: Locale },
): string {
  if (name === null) return month === null ? '' : quarterText(month, { t });
  if (kind === 'certificate') return certificateName(name, t);
  if (month === null) return name;
  return t('contracts:calendar.ofMonth', { name, month: formatMonth(month, locale) });
}
