import { bandLimits } from '~/contracts/band-limits';
import type { SlaTerm } from '~/contracts/sla-term';
import { SEVERITIES, type Severity } from '~/contracts/sla-vocabulary';
import { addDays, firstWholeMonth, lastWholeMonth } from '~/shared/calendar';
import { type Fraction, fraction } from '~/shared/fraction';
import type { Period } from '~/shared/period';
import { readingsByMonth, type TermReading } from './measure';

/**
 * A term as agreed for a time. An amendment closes a version on the day before the next takes effect; days are
 * `YYYY-MM-DD`, both included. `effectiveFrom` null on the first version: from `from` or its first reading on.
 */
export type TermVersion = {
  key: string;
  term: SlaTerm;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

/** A failure band ready to be counted with; `far` is its limit away from the target. */
export type AgreedBand = {
  index: number;
  severity: Severity;
  far: Fraction | null;
  points: Fraction;
  creditPercent: Fraction;
};

/** A version ready to be evaluated: its numbers as fractions, the months that it decides, the readings that it uses. */
export type AgreedTerm = {
  key: string;
  term: SlaTerm;
  target: Fraction;
  warnAt: Fraction | null;
  minSample: Fraction | null;
  multiplier: Fraction;
  bands: readonly AgreedBand[];
  /** Months from one period of the term to its next. */
  step: number;
  /** First and last month wholly in force. */
  first: Period;
  last: Period;
  /** First month of the unbroken time in force; no window reaches before it. */
  windowsFrom: Period;
  readings: ReadonlyMap<Period, TermReading>;
};

/** The versions of a term in the order in which they took effect, ready for an evaluation that starts at `from`. */
export function agreedTerms(
  versions: readonly TermVersion[],
  readings: readonly TermReading[],
  from: Period,
): AgreedTerm[] {
  const inOrder = [...versions].sort((a, b) =>
    (a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1,
  );
  const agreed: AgreedTerm[] = [];
  inOrder.forEach((version, index) => {
    const next = inOrder[index + 1];
    const before = inOrder[index - 1];
    const previous = agreed[index - 1];
    const used = sameReadings(version, before)
      ? (previous?.readings ?? readingsByMonth(version.term, readings))
      : readingsByMonth(version.term, readings);
    const first = firstMonth(version, used, from);
    const windowsFrom =
      previous && before && follows(before, version) ? previous.windowsFrom : first;
    const end = endOf(version, next);
    const last = end === null ? Infinity : lastWholeMonth(end);
    agreed.push({ ...numbersOf(version), first, last, windowsFrom, readings: used });
  });
  return agreed;
}

function numbersOf({ key, term }: TermVersion) {
  return {
    key,
    term,
    target: fraction(term.target),
    warnAt: term.warn_at === null ? null : fraction(term.warn_at),
    minSample: term.min_sample === null ? null : fraction(term.min_sample),
    multiplier: fraction(term.repeat?.multiplier ?? '1'),
    bands: term.bands.map((band, index): AgreedBand => {
      const { far } = bandLimits(band, term.operator);
      return {
        index,
        severity: band.severity,
        far: far === null ? null : fraction(far),
        points: fraction(band.points),
        creditPercent: fraction(band.credit_percent),
      };
    }),
    step: term.window.kind === 'calendar' ? term.window.months : 1,
  };
}

/** The band that a missing report counts as: the first of its severity, else the next harsher one, else the last. */
export function bandOfSeverity(
  bands: readonly AgreedBand[],
  severity: Severity,
): AgreedBand | null {
  const wanted = SEVERITIES.indexOf(severity);
  const found =
    bands.find((band) => band.severity === severity) ??
    bands.find((band) => SEVERITIES.indexOf(band.severity) > wanted);
  return found ?? bands.at(-1) ?? null;
}

function firstMonth(
  version: TermVersion,
  readings: ReadonlyMap<Period, TermReading>,
  from: Period,
): Period {
  if (version.effectiveFrom !== null) return firstWholeMonth(version.effectiveFrom);
  let first = from;
  for (const period of readings.keys()) first = Math.min(first, period);
  return first;
}

/** The last day of a version: its own, but never past the day before the next one takes effect. */
function endOf(version: TermVersion, next: TermVersion | undefined): string | null {
  const eve = next?.effectiveFrom == null ? null : addDays(next.effectiveFrom, -1);
  if (version.effectiveTo === null) return eve;
  return eve !== null && eve < version.effectiveTo ? eve : version.effectiveTo;
}

function follows(before: TermVersion, version: TermVersion): boolean {
  if (before.effectiveTo === null || version.effectiveFrom === null) return true;
  return addDays(before.effectiveTo, 1) >= version.effectiveFrom;
}

function sameReadings(a: TermVersion, b: TermVersion | undefined): boolean {
  return (
    b !== undefined &&
    a.term.scope.service === b.term.scope.service &&
    a.term.scope.market === b.term.scope.market &&
    a.term.sources.join() === b.term.sources.join()
  );
}
