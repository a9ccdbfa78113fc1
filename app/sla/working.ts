import type { Period } from '~/shared/period';
import type { Working } from './evaluation';

/** The plainest arithmetic: the one month of the window was measured, and nothing else is to be said of it. */
function plainest(period: Period): Working {
  return {
    windowFrom: period,
    used: [period],
    excluded: [],
    outstanding: [],
    sample: null,
    numerator: null,
    denominator: null,
    band: null,
    multiplier: '1',
    credit: null,
  };
}

/** What a stored evaluation was computed from; parts that it does not name are as in the plainest. */
export function workingOf(stored: Record<string, unknown>, period: Period): Working {
  return { ...plainest(period), ...stored };
}

/** The parts of a working that are not as in the plainest: most evaluations have none but their sample. */
export function storedWorking(working: Working, period: Period): Record<string, unknown> {
  const parts: Partial<Working> = {};
  if (working.windowFrom !== period) parts.windowFrom = working.windowFrom;
  if (working.used.length !== 1 || working.used[0] !== period) parts.used = working.used;
  if (working.excluded.length > 0) parts.excluded = working.excluded;
  if (working.outstanding.length > 0) parts.outstanding = working.outstanding;
  if (working.sample !== null) parts.sample = working.sample;
  if (working.numerator !== null) parts.numerator = working.numerator;
  if (working.denominator !== null) parts.denominator = working.denominator;
  if (working.band !== null) parts.band = working.band;
  if (working.multiplier !== '1') parts.multiplier = working.multiplier;
  if (working.credit !== null) parts.credit = working.credit;
  return parts;
}
