import { z } from 'zod';
import { criteria } from '~/fallback/criteria';
import { checkWeights, type Weights } from '~/fallback/ranking';
import type { ReportLimits } from '~/kpi/reading';
import { isTimeZone } from '~/shared/calendar';
import { field, readFields, requiredDecimal, requiredWhole } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { settingSpecs, type ApiLimits, type Settings } from './setting';

const MEGABYTE = 1_000_000;

const points = requiredDecimal({ min: 0, max: 100 });
const formFields = z.object({
  portal_address: field((text) => {
    const read = settingSpecs.portal_address.schema.safeParse(text);
    return read.success ? { value: read.data } : { code: 'not_an_address' };
  }),
  house_currency: field((text) => {
    const read = settingSpecs.house_currency.schema.safeParse(text.toUpperCase());
    return read.success ? { value: read.data } : { code: 'currency_unknown' };
  }),
  time_zone: field((text) => (isTimeZone(text) ? { value: text } : { code: 'not_a_time_zone' })),
  standard_local_share: points,
  ratingApproaching: points,
  ratingImprove: points,
  performance: points,
  readiness: points,
  assessment: points,
  switch_time: points,
  price: points,
  risk: points,
  oneBelow: requiredWhole({ min: 0, max: 1_000_000_000_000 }),
  managerFrom: requiredWhole({ min: 0, max: 1_000_000_000_000 }),
  fileMegabytes: requiredWhole({ min: 1, max: 1000 }),
  unpackedMegabytes: requiredWhole({ min: 1, max: 10_000 }),
  rows: requiredWhole({ min: 100, max: 5_000_000 }),
  columns: requiredWhole({ min: 10, max: 1000 }),
  findings: requiredWhole({ min: 10, max: 100_000 }),
  requestsPerMinute: requiredWhole({ min: 1, max: 100_000 }),
  bodyMegabytes: requiredWhole({ min: 1, max: 1000 }),
  letterDays: requiredWhole({ min: 1, max: 36_500 }),
  sessionDays: requiredWhole({ min: 1, max: 36_500 }),
  attemptDays: requiredWhole({ min: 1, max: 36_500 }),
  document_megabytes: requiredWhole({ min: 1, max: 500 }),
  invitation_days: requiredWhole({ min: 1, max: 90 }),
});

/** The settings from what was typed; every field that is wrong is named. */
export function readSettingsForm(input: unknown): Outcome<Settings> {
  const fields = readFields(formFields, input);
  if (!fields.ok) return fields;
  const { portal_address, house_currency, time_zone, ...figures } = fields.value;
  const { document_megabytes, invitation_days, standard_local_share } = figures;
  const weights = Object.fromEntries(
    criteria.map((criterion) => [criterion, Number(figures[criterion])]),
  ) as Weights;
  const total = checkWeights(weights);
  if (!total.ok) return { ok: false, reason: { ...total.reason, field: criteria[0] } };
  const rating_bands = {
    approaching: Number(figures.ratingApproaching),
    improve: Number(figures.ratingImprove),
  };
  if (rating_bands.improve > rating_bands.approaching)
    return refused('bands_order', {}, 'ratingImprove');
  const contract_approval = { oneBelow: figures.oneBelow, managerFrom: figures.managerFrom };
  const { fileMegabytes, unpackedMegabytes, rows, columns, findings } = figures;
  const report_limits: ReportLimits = {
    fileBytes: fileMegabytes * MEGABYTE,
    unpackedBytes: unpackedMegabytes * MEGABYTE,
    rows,
    columns,
    findings,
  };
  const api_limits: ApiLimits = {
    requestsPerMinute: figures.requestsPerMinute,
    bodyBytes: figures.bodyMegabytes * MEGABYTE,
  };
  const { letterDays, sessionDays, attemptDays } = figures;
  return done({
    portal_address,
    house_currency,
    time_zone,
    standard_local_share: Number(standard_local_share),
    ranking_weights: weights,
    rating_bands,
    contract_approval,
    report_limits,
    api_limits,
    retention: { letterDays, sessionDays, attemptDays },
    document_megabytes,
    invitation_days,
  });
}

/** What the form shows before anything is typed. */
export function settingsFormValues(settings: Settings) {
  const { ranking_weights, rating_bands, contract_approval, ...words } = settings;
  const { report_limits, api_limits, retention, ...sized } = words;
  const { fileBytes, unpackedBytes, rows, columns, findings } = report_limits;
  const { document_megabytes, invitation_days, standard_local_share, ...house } = sized;
  const figures = {
    document_megabytes,
    invitation_days,
    standard_local_share,
    ...ranking_weights,
    ratingApproaching: rating_bands.approaching,
    ratingImprove: rating_bands.improve,
    ...contract_approval,
    fileMegabytes: fileBytes / MEGABYTE,
    unpackedMegabytes: unpackedBytes / MEGABYTE,
    rows,
    columns,
    findings,
    requestsPerMinute: api_limits.requestsPerMinute,
    bodyMegabytes: api_limits.bodyBytes / MEGABYTE,
    ...retention,
  };
  return {
    ...house,
    ...(Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, String(value)]),
    ) as Record<keyof typeof figures, string>),
  };
}
