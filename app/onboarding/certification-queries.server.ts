import { and, desc, eq, gte, inArray, isNull, max, ne, sql } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { addMonths } from '~/shared/calendar';
import { periodOfDate } from '~/shared/period';
import { markets } from '~db/schema/markets';
import { assessments } from '~db/schema/onboarding';
import { breaches } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { offerings } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { isAssessmentValid } from './assessment';
import type { CertificationFacts } from './certification';
import { checksOfVendor } from './check-queries.server';
import { checkStanding } from './due-diligence';

/** Months of results that a level looks back over. */
const RECORD_MONTHS = 12;

/** What a vendor's certification level rests on, on a day. */
export async function certificationFacts(
  reader: Reader,
  vendorId: number,
  today: string,
): Promise<CertificationFacts> {
  const checks = await checksOfVendor(reader, everything, vendorId);
  return {
    total: await standingTotal(reader, vendorId, today),
    checks: checks
      .filter((check) => ['valid', 'expiring'].includes(checkStanding(check, today)))
      .map(({ kind }) => kind),
    regions: await coveredRegions(reader, vendorId),
    record: await recordOf(reader, vendorId, today),
    calmMonths: await calmMonthsOf(reader, vendorId, today),
  };
}

async function standingTotal(reader: Reader, vendorId: number, today: string) {
  const rows = await reader
    .select()
    .from(assessments)
    .where(and(eq(assessments.vendorId, vendorId), ne(assessments.result, 'disqualified')))
    .orderBy(desc(assessments.assessedOn), desc(assessments.id))
    .limit(20);
  return rows.find((row) => isAssessmentValid(row, today))?.total ?? null;
}

/** A country is covered by an offering in it, in a place within it, or in a market that it lies in. */
async function coveredRegions(reader: Reader, vendorId: number) {
  const offered = await reader
    .selectDistinct({ path: markets.path })
    .from(offerings)
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(eq(offerings.vendorId, vendorId));
  const rows = await reader
    .select()
    .from(markets)
    .where(inArray(markets.level, ['region', 'country']));
  const isCovered = ({ path }: { path: string }) =>
    offered.some((place) => place.path.startsWith(path) || path.startsWith(place.path));
  const countries = rows.filter(({ level }) => level === 'country');
  return rows
    .filter(({ level }) => level === 'region')
    .map((region) => ({
      countries: countries
        .filter(({ path }) => path.startsWith(region.path))
        .map((country) => ({ isCovered: isCovered(country) })),
    }));
}

async function recordOf(reader: Reader, vendorId: number, today: string) {
  const [row] = await reader
    .select({
      months: sql<number>`count(distinct ${evaluations.period})`.mapWith(Number),
      results: sql<number>`count(*)`.mapWith(Number),
      kept: sql<number>`coalesce(sum(case when ${evaluations.outcome} in ('met', 'at_risk')
        then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(evaluations)
    .where(
      and(
        eq(evaluations.vendorId, vendorId),
        gte(evaluations.period, periodOfDate(today) - RECORD_MONTHS),
        isNull(evaluations.supersededAt),
        inArray(evaluations.outcome, ['met', 'at_risk', 'breached']),
      ),
    );
  return row ?? { months: 0, kept: 0, results: 0 };
}

async function calmMonthsOf(reader: Reader, vendorId: number, today: string) {
  const [row] = await reader
    .select({ day: max(breaches.openedOn) })
    .from(breaches)
    .where(
      and(
        eq(breaches.vendorId, vendorId),
        eq(breaches.severity, 'critical'),
        isNull(breaches.withdrawnAt),
        gte(breaches.openedOn, addMonths(today, -RECORD_MONTHS)),
      ),
    );
  const last = row?.day ?? null;
  if (last === null) return null;
  const months = periodOfDate(today) - periodOfDate(last);
  return addMonths(last, months) <= today ? months : months - 1;
}
