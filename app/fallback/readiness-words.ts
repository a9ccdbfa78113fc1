import type { TFunction } from 'i18next';
import type { Readiness } from './readiness';

/** What is missing in a service and market: first of the place itself, then of each standby. */
export function gapLines({ gaps, standbys }: Readiness, t: TFunction): string[] {
  return [
    ...gaps.map((gap) => t(`fallback:readiness.gap.${gap}`)),
    ...standbys
      .filter((standby) => standby.gaps.length > 0)
      .map((standby) =>
        t('fallback:readiness.gapOf', {
          name: standby.vendor.name,
          gaps: standby.gaps.map((gap) => t(`fallback:readiness.gap.${gap}`)).join(', '),
        }),
      ),
  ];
}
