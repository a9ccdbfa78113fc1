import type { TFunction } from 'i18next';
import { formatListed, type Locale } from '~/shared/format';
import type { Readiness } from './readiness';

/** What is missing in a service and market: first of the place itself, then of each standby. */
export function gapLines(
  { gaps, standbys }: Readiness,
  { t, locale }: { t: TFunction; locale: Locale },
): string[] {
  return [
    ...gaps.map((gap) => t(`fallback:readiness.gap.${gap}`)),
    ...standbys
      .filter((standby) => standby.gaps.length > 0)
      .map((standby) =>
        t('fallback:readiness.gapOf', {
          name: standby.vendor.name,
          gaps: formatListed(
            standby.gaps.map((gap) => t(`fallback:readiness.gap.${gap}`)),
            locale,
          ),
        }),
      ),
  ];
}
