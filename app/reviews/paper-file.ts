import { formatPeriod } from '~/shared/period';
import type { PackPart } from '~/packs/section';
import type { Paper } from './paper';

/** The name of a paper's file without its ending: `review-WN-2022-10`, and of our own part that it is internal. */
export function paperFileName({ pack }: Pick<Paper, 'pack'>): string {
  const quarter = formatPeriod(pack.quarter);
  const part: Record<PackPart, string> = { shared: '', internal: '-internal' };
  return `review-${pack.vendor.code}-${quarter}${part[pack.part]}`;
}
