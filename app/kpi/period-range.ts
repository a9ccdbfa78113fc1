import { formatPeriod, type Period } from '~/shared/period';

/** The months of a report as text: `2023-07`, or `2023-07 – 2023-09`. */
export function periodsText({
  firstPeriod,
  lastPeriod,
}: {
  firstPeriod: Period | null;
  lastPeriod: Period | null;
}): string {
  if (firstPeriod === null || lastPeriod === null) return '–';
  return firstPeriod === lastPeriod
    ? formatPeriod(firstPeriod)
    : `${formatPeriod(firstPeriod)} – ${formatPeriod(lastPeriod)}`;
}
