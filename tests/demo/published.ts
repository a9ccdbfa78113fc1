import { and, eq, isNull } from 'drizzle-orm';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { formatPeriod } from '~/shared/period';
import { slaTerms } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { breaches } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { statements } from '~db/schema/settlement';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { BY_VOLUME } from '~db/demo/contract-files';
import { demoFile } from '~db/demo/figures';
import { FEE_PER_FLIGHT } from '~db/demo/offering-figures';

/** Of the demo: what is measured and paid agrees with the published figures. */
export function publishedTests(demo: () => Store): void {
  it('has every network figure of the published data, to half of its last digit', async () => {
    const rows = await demo()
      .read.select({
        vendor: vendors.code,
        kpi: kpis.code,
        period: readings.period,
        value: readings.value,
      })
      .from(readings)
      .innerJoin(reports, eq(reports.id, readings.reportId))
      .innerJoin(vendors, eq(vendors.id, readings.vendorId))
      .innerJoin(kpis, eq(kpis.id, readings.kpiId))
      .where(
        and(
          isNull(readings.marketId),
          isNull(readings.supersededBy),
          eq(reports.state, 'accepted'),
        ),
      );
    const stored = new Map(
      rows.map((row) => [`${row.vendor} ${formatPeriod(row.period)} ${row.kpi}`, row.value]),
    );
    const tidy: Record<string, string>[] = parse(demoFile('airline-otp/kpi-tidy.csv'), {
      columns: true,
    });
    expect(rows).toHaveLength(3492);
    expect(tidy).toHaveLength(3492);
    const off = tidy.filter((row) => {
      const value = stored.get(`${row['carrier_code']} ${row['period']} ${row['kpi_code']}`);
      return value == null || Math.abs(Number(value) - Number(row['value'])) > 0.000_05 + 1e-9;
    });
    expect(off).toEqual([]);
  });

  it('finds the breaches of punctuality that the data is known for', async () => {
    const months = await breachedMonths(demo());
    expect(months.get('B6')).toHaveLength(20);
    expect(months.get('F9')).toHaveLength(20);
    expect(months.get('G4')).toHaveLength(18);
    expect(months.get('G4')?.at(-1)).toBe('2023-10');
    expect(months.get('QX')).toEqual(['2022-12']);
    expect(months.get('WN')).toContain('2022-12');
    expect(months.get('WN')).toContain('2023-01');
    expect(months.get('OO')).not.toContain('2023-03');
    expect(months.get('OO')).not.toContain('2023-04'); // Its report came late: the breach was withdrawn.
  });

  it('measures Southwest unrounded', async () => {
    const [measured] = await demo()
      .read.select({ value: evaluations.measured, severity: evaluations.severity })
      .from(breaches)
      .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
      .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
      .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
      .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
      .where(
        and(
          eq(vendors.code, 'WN'),
          eq(kpis.code, 'OTD_PCT'),
          isNull(slaTerms.marketId),
          eq(breaches.period, 2023 * 12),
        ),
      );
    expect(measured?.value).toMatch(/^79\.97229/);
    expect(measured?.severity).toBe('minor');
  });

  it('pays one carrier by the flight, as its published figures count them', async () => {
    const tidy: Record<string, string>[] = parse(demoFile('airline-otp/kpi-tidy.csv'), {
      columns: true,
    });
    const rows = tidy.filter(
      (row) => row['carrier_code'] === BY_VOLUME && row['kpi_code'] === 'FLIGHTS_COMPLETED',
    );
    const flown = new Map(rows.map((row) => [row['period'], Number(row['value'])]));
    const stated = await demo()
      .read.select({
        period: statements.period,
        fee: statements.feeMinor,
        open: statements.feeOpen,
      })
      .from(statements)
      .innerJoin(vendors, eq(vendors.id, statements.vendorId))
      .where(eq(vendors.code, BY_VOLUME));
    const known = stated.filter(({ open }) => !open);
    expect(known.length).toBeGreaterThanOrEqual(10);
    for (const { period, fee } of known)
      expect([formatPeriod(period), fee]).toEqual([
        formatPeriod(period),
        (flown.get(formatPeriod(period)) ?? 0) * FEE_PER_FLIGHT * 100,
      ]);
  });
}

/** The months in which each carrier's whole network missed its punctuality, in order. */
async function breachedMonths(store: Store): Promise<Map<string, string[]>> {
  const rows = await store.read
    .select({ vendor: vendors.code, period: breaches.period })
    .from(breaches)
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .where(and(eq(kpis.code, 'OTD_PCT'), isNull(slaTerms.marketId), isNull(breaches.withdrawnAt)))
    .orderBy(vendors.code, breaches.period);
  const months = new Map<string, string[]>();
  for (const { vendor, period } of rows)
    months.set(vendor, [...(months.get(vendor) ?? []), formatPeriod(period)]);
  return months;
}
