import { type Period } from '~/shared/period';
import { type Working } from './evaluation';

const NOTHING_KNOWN: Omit<Working, 'windowFrom'> = {
  used: [],
  excluded: [],
  outstanding: [],
  sample: null,
  numerator: null,
  denominator: null,
  band: null,
  multiplier: '1',
  credit: null,
};

/** What a stored evaluation was computed from; parts that it does not name are empty. */
export function workingOf(stored: Record<string, unknown>, period: Period): Working {
  return { windowFrom: period, ...NOTHING_KNOWN, ...stored };
}
