import type { Period } from '~/shared/period';

/** What a cell of an export holds: text as it stands, numbers, lists and documents. */
export type ExportCell = string | number | null | readonly string[] | Record<string, unknown>;

/** The months asked for, both included; null does not bound them. */
export type ExportPeriods = { from: Period | null; to: Period | null };

export const exportNames = [
  'vendors',
  'contracts',
  'terms',
  'readings',
  'evaluations',
  'breaches',
  'credits',
  'proposals',
  'reviews',
  'actions',
  'risks',
  'audit',
] as const;
export type ExportName = (typeof exportNames)[number];

/** Tables whose rows are of a month, so that `--from` and `--to` mean something. */
export const monthlyExports: readonly ExportName[] = [
  'readings',
  'evaluations',
  'breaches',
  'credits',
];
