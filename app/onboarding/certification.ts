import { compare, fraction } from '~/shared/fraction';
import { tierTable, type TierCheck } from '~/vendors/tier';

/** How far we vouch for a vendor: in one country, in all countries of a region, in every region. */
export const certificationLevels = ['local', 'regional', 'global'] as const;
export type CertificationLevel = (typeof certificationLevels)[number];

type Asks = {
  /** The least total of the result that speaks for the vendor. */
  total: number;
  checks: readonly TierCheck[];
  /** Months of SLA results on record, and the percentage of results that were kept. */
  months: number;
  keptPercent: number;
  /** Months without a critical breach. */
  calmMonths: number;
};

/** What each level asks for, the lower ones included. */
const certificationTable: Readonly<Record<CertificationLevel, Asks>> = {
  local: {
    total: 60,
    checks: tierTable.transactional.checks,
    months: 0,
    keptPercent: 0,
    calmMonths: 0,
  },
  regional: {
    total: 70,
    checks: tierTable.standard.checks,
    months: 6,
    keptPercent: 90,
    calmMonths: 6,
  },
  global: {
    total: 80,
    checks: tierTable.preferred.checks,
    months: 12,
    keptPercent: 95,
    calmMonths: 12,
  },
};

export type CertificationFacts = {
  /** The total, 0 to 100, of the result that speaks for the vendor and did not disqualify it. */
  total: string | null;
  /** Checks that speak for the vendor. */
  checks: readonly TierCheck[];
  /** Regions and countries of the market tree, and those of them in which the vendor offers something. */
  regions: readonly { countries: readonly { isCovered: boolean }[] }[];
  /** SLA results of the last twelve months: months that have any, results kept and results in all. */
  record: { months: number; kept: number; results: number };
  /** Months since the last critical breach; null where there was none in a year. */
  calmMonths: number | null;
};

/** What keeps a vendor from a level. */
export type Lack =
  | { need: 'total'; total: number }
  | { need: 'check'; check: TierCheck }
  | { need: 'country' | 'region' | 'regions' }
  | { need: 'months'; months: number }
  | { need: 'kept'; percent: number }
  | { need: 'calm'; months: number };

/** The level at which a vendor stands, and what it lacks for the next one; a level takes all below it. */
export function certificationOf(facts: CertificationFacts): {
  level: CertificationLevel | null;
  next: { level: CertificationLevel; lacks: Lack[] } | null;
} {
  let level: CertificationLevel | null = null;
  for (const next of certificationLevels) {
    const lacks = lacksFor(next, facts);
    if (lacks.length > 0) return { level, next: { level: next, lacks } };
    level = next;
  }
  return { level, next: null };
}

function lacksFor(level: CertificationLevel, facts: CertificationFacts): Lack[] {
  const { total, checks, months, keptPercent, calmMonths } = certificationTable[level];
  const { record } = facts;
  const lacks: Lack[] = [];
  if (facts.total === null || compare(fraction(facts.total), fraction(String(total))) < 0)
    lacks.push({ need: 'total', total });
  for (const check of checks)
    if (!facts.checks.includes(check)) lacks.push({ need: 'check', check });
  if (!reaches(level, facts.regions)) lacks.push({ need: REACH[level] });
  if (record.months < months) lacks.push({ need: 'months', months });
  // Whole numbers on both sides: no rounding decides about a level.
  if (record.kept * 100 < record.results * keptPercent)
    lacks.push({ need: 'kept', percent: keptPercent });
  if (facts.calmMonths !== null && facts.calmMonths < calmMonths)
    lacks.push({ need: 'calm', months: calmMonths });
  return lacks;
}

const REACH = { local: 'country', regional: 'region', global: 'regions' } as const;

function reaches(level: CertificationLevel, regions: CertificationFacts['regions']): boolean {
  const known = regions.filter(({ countries }) => countries.length > 0);
  const some = known.filter(({ countries }) => countries.some(({ isCovered }) => isCovered));
  switch (level) {
    case 'local':
      return some.length > 0;
    case 'regional':
      return known.some(({ countries }) => countries.every(({ isCovered }) => isCovered));
    case 'global':
      return known.length > 0 && some.length === known.length;
  }
}
