import { z } from 'zod';
import { usualApproval, type ApprovalThresholds } from '~/contracts/approval';
import { criteria } from '~/fallback/criteria';
import { checkWeights, defaultWeights, type Weights } from '~/fallback/ranking';
import { reportLimits, type ReportLimits } from '~/kpi/reading';
import { usualRatingBands, type RatingBands } from '~/packs/rating';
import { usualRetention, type Retention } from '~/privacy/retention';
import { isTimeZone } from '~/shared/calendar';
import { isCurrency } from '~/shared/money';

const MEGABYTE = 1_000_000;
const PORT = 3000;

const weight = z.number().min(0).max(100);
const weights: z.ZodType<Weights> = z
  .object(
    Object.fromEntries(criteria.map((criterion) => [criterion, weight])) as Record<
      keyof Weights,
      typeof weight
    >,
  )
  .refine((given) => checkWeights(given).ok, 'weights_total');

const amount = z.int().min(0).max(1_000_000_000_000);
const approval: z.ZodType<ApprovalThresholds> = z.object({
  oneBelow: amount,
  managerFrom: amount,
});

const percent = z.number().min(0).max(100);
const bands: z.ZodType<RatingBands> = z
  .object({ approaching: percent, improve: percent })
  .refine(({ approaching, improve }) => improve <= approaching, 'bands_order');

const limits: z.ZodType<ReportLimits> = z.object({
  fileBytes: z
    .int()
    .min(MEGABYTE)
    .max(1000 * MEGABYTE),
  unpackedBytes: z
    .int()
    .min(MEGABYTE)
    .max(10_000 * MEGABYTE),
  rows: z.int().min(100).max(5_000_000),
  columns: z.int().min(10).max(1000),
  findings: z.int().min(10).max(100_000),
});

export type ApiLimits = { requestsPerMinute: number; bodyBytes: number };

const apiLimits: z.ZodType<ApiLimits> = z.object({
  requestsPerMinute: z.int().min(1).max(100_000),
  bodyBytes: z
    .int()
    .min(MEGABYTE)
    .max(1000 * MEGABYTE),
});

const days = z.int().min(1).max(36_500);
const retention: z.ZodType<Retention> = z.object({
  letterDays: days,
  sessionDays: days,
  attemptDays: days,
});

/** Every setting of the house with what it may hold and what holds until somebody says otherwise. */
export const settingSpecs = {
  /** The address under which people reach the portal: what mailed links begin with. */
  portal_address: {
    schema: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    initial: `http://localhost:${PORT}`,
  },
  /** The currency in which amounts of several currencies are added up, ISO 4217. */
  house_currency: { schema: z.string().refine(isCurrency), initial: 'EUR' },
  /** The time zone given to new people and contracts. */
  time_zone: { schema: z.string().refine(isTimeZone), initial: 'UTC' },
  /** What each criterion of a fallback proposal counts for, in points of 100. */
  ranking_weights: { schema: weights, initial: defaultWeights },
  /** Yearly amounts in the house currency that decide who approves a contract. */
  contract_approval: { schema: approval, initial: usualApproval },
  /** Percent of a standard's terms that markets may override; what follows is rounded down. */
  standard_local_share: { schema: z.number().min(0).max(100), initial: 20 },
  /** From which attainment a KPI's quarter is rated how. */
  rating_bands: { schema: bands, initial: usualRatingBands },
  /** What a report file may hold at most. */
  report_limits: { schema: limits, initial: reportLimits },
  /** What the interface for programs takes: requests of each access token, and the size of what is sent. */
  api_limits: {
    schema: apiLimits,
    initial: { requestsPerMinute: 300, bodyBytes: 10 * MEGABYTE },
  },
  /** For how long letters, sessions and attempts to sign in are kept. */
  retention: { schema: retention, initial: usualRetention },
  /** What a document may weigh at most. */
  document_megabytes: { schema: z.int().min(1).max(500), initial: 25 },
  /** Days within which an invited vendor can follow its link. */
  invitation_days: { schema: z.int().min(1).max(90), initial: 14 },
} as const;

export type SettingName = keyof typeof settingSpecs;
export type Setting<Name extends SettingName> = z.output<(typeof settingSpecs)[Name]['schema']>;
export type Settings = { [Name in SettingName]: Setting<Name> };

export const settingNames = Object.keys(settingSpecs) as SettingName[];
