import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readingRows, type ReadingRow } from '~/exports/reading-tables.server';
import { readingSources } from '~/kpi/reading';
import { readings } from '~db/schema/kpi';
import type { Reader } from '~db/store.server';
import { codeText, decimal, month, recordKey, text } from './cells';
import { code, key, months, words } from './filter.server';
import { byKey, resource } from './resource.server';

/** A reading with its place among those of its report, from 0. */
type Placed = ReadingRow & { place: number };

/**
 * Readings are kept in one row of numbers over all vendors. Outside they are known by their report, whose key is random,
 * and their place in it: the distance between two of them must not tell what others report.
 */
async function withPlaces(reader: Reader, rows: ReadingRow[]): Promise<Placed[]> {
  const first = await firstKeys(reader, [...new Set(rows.map(({ reading }) => reading.reportId))]);
  return rows.map((row) => ({
    ...row,
    place: row.reading.id - (first.get(row.reading.reportId) ?? row.reading.id),
  }));
}

async function firstKeys(reader: Reader, reportIds: number[]): Promise<Map<number, number>> {
  if (reportIds.length === 0) return new Map();
  const rows = await reader
    .select({
      reportId: readings.reportId,
      first: sql<number>`min(${readings.id})`.mapWith(Number),
    })
    .from(readings)
    .where(inArray(readings.reportId, reportIds))
    .groupBy(readings.reportId);
  return new Map(rows.map(({ reportId, first }) => [reportId, first]));
}

async function readingKey(text: string, reader: Reader) {
  const [, report, written] = /^(\d{1,16})-(\d{1,12})$/.exec(text) ?? [];
  const [reportId, place] = [Number(report), Number(written)];
  if (!Number.isSafeInteger(reportId) || !Number.isSafeInteger(place)) return null;
  const first = (await firstKeys(reader, [reportId])).get(reportId);
  if (first === undefined) return null;
  const tie = first + place;
  return { where: and(eq(readings.id, tie), eq(readings.reportId, reportId)), tie: [tie] };
}

export const readingResource = resource<Placed>({
  about: 'Every reading that counts: of an accepted report, not superseded by a later one',
  needs: 'reports.read',
  rows: {
    read: async (reader, scope, ask) =>
      withPlaces(reader, await readingRows.read(reader, scope, ask)),
  },
  cells: readingRows.columns,
  id: { of: ({ reading, place }) => `${reading.reportId}-${place}`, find: readingKey },
  tie: [readings.id],
  sorts: { report: byKey(readings.reportId, (row) => row.reading.reportId) },
  defaultSort: 'report',
  filters: {
    vendor: code(readings.vendorId, 'vendors', 'Code of the vendor'),
    kpi: code(readings.kpiId, 'kpis', 'Code of the KPI'),
    service: code(readings.serviceId, 'services', 'Code of the service'),
    market: code(readings.marketId, 'markets', 'Code of the market'),
    source: words(readings.source, readingSources, 'Where it comes from'),
    report: key(readings.reportId, 'Key of the report that brought it'),
    ...months(readings.period),
  },
  row: z
    .strictObject({
      id: text.meta({
        description: 'The report’s key and the reading’s place in it',
        example: '4503600123456789-12',
      }),
      vendor: codeText,
      service: codeText.nullable(),
      market: codeText.nullable(),
      period: month,
      kpi: codeText,
      value: decimal.nullable(),
      numerator: decimal.nullable(),
      denominator: decimal.nullable(),
      sample_size: decimal.nullable(),
      source: z.enum(readingSources),
      report: recordKey.meta({ description: 'The key of the report that brought it' }),
    })
    .meta({ id: 'Reading' }),
});
