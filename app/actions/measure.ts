import type { TFunction } from 'i18next';
import { nameFor, type Named } from '~/shared/named';

/** What an action is to move: a KPI, for everything that the vendor does or for one service or market. */
export type Measure = { kpiId: number; serviceId: number | null; marketId: number | null };

/** A measure with its names and unit. */
export type NamedMeasure = Measure & {
  kpi: Named & { code: string; unit: string; better: 'higher' | 'lower' };
  service: Named | null;
  market: Named | null;
};

/** By what a form and a map name a measure: `12/-/7`. */
export function measureKey({ kpiId, serviceId, marketId }: Measure): string {
  return [kpiId, serviceId ?? '-', marketId ?? '-'].join('/');
}

/** The measure that an action bears; null where it is to move none. */
export function measureOf(action: {
  kpiId: number | null;
  serviceId: number | null;
  marketId: number | null;
}): Measure | null {
  const { kpiId, serviceId, marketId } = action;
  return kpiId === null ? null : { kpiId, serviceId, marketId };
}

/** In which words and language something is named. */
export type Speech = { t: TFunction; locale: string };

/** `On-time arrival, Denver`: a measure as people name it. */
export function measureName(
  { kpi, service, market }: { kpi: Named; service: Named | null; market: Named | null },
  { t, locale }: Speech,
): string {
  const places = [service, market].flatMap((named) => (named ? [nameFor(named, locale)] : []));
  const name = nameFor(kpi, locale);
  return places.length === 0
    ? name
    : t('common:measureIn', { kpi: name, place: places.join(' · ') });
}

/** The measures of a vendor as a form offers them. */
export function measureChoices(measures: readonly NamedMeasure[], speech: Speech) {
  return measures.map((each) => ({ value: measureKey(each), label: measureName(each, speech) }));
}
