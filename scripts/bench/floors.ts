import Sqlite from 'better-sqlite3';
import { parsePeriod } from '~/shared/period';
import { neighbouringIds } from '~db/columns';

/** The floors go round the portal: the driver alone, statements prepared once, the same tables, keys and indexes. */
function open(file: string): Sqlite.Database {
  const store = new Sqlite(file);
  store.pragma('journal_mode = WAL');
  store.pragma('synchronous = FULL');
  store.pragma('cache_size = -32000');
  return store;
}

/** What an import is measured against: a quick CSV parser, checks by hand, and a prepared insert for each reading. */
export function importFloor(
  file: string,
  csv: string,
  { vendorId, reportId }: { vendorId: number; reportId: number },
): number {
  const store = open(file);
  const idsOf = (table: string) =>
    new Map(
      (store.prepare(`select code, id from ${table}`).all() as { code: string; id: number }[]).map(
        ({ code, id }) => [code, id],
      ),
    );
  const [kpis, markets] = [idsOf('kpis'), idsOf('markets')];
  const insert = store.prepare(
    `insert into readings (report_id, vendor_id, kpi_id, market_id, period, source, value, sample_size, "row")
     values (?, ?, ?, ?, ?, 'vendor_report', ?, ?, ?)`,
  );
  const seen = new Set<string>();
  const lines = csv.split('\n');
  store.exec('begin immediate');
  let count = 0;
  for (let row = 1; row < lines.length; row += 1) {
    const [month = '', kpi = '', market = '', value = '', sample = ''] = (lines[row] ?? '').split(
      ',',
    );
    if (month === '') continue;
    const period = parsePeriod(month);
    const [kpiId, marketId, number] = [kpis.get(kpi), markets.get(market), Number(value)];
    const key = `${month}/${kpi}/${market}`;
    if (period === null || kpiId === undefined || marketId === undefined)
      throw new Error(`row ${row}: unknown month, KPI or market`);
    if (!(number >= 0 && number <= 100) || !(Number(sample) >= 0) || seen.has(key))
      throw new Error(`row ${row}: out of range or there twice`);
    seen.add(key);
    insert.run(reportId, vendorId, kpiId, marketId, period, value, sample, row + 1);
    count += 1;
  }
  store.exec('commit');
  store.close();
  return count;
}

const ROWS_A_COMMIT = 15_000;

/**
 * What an evaluation is measured against: a bare loop over the readings that inserts one result row for each, vendor by
 * vendor: one query over them all would keep the log from being cleared. The joins are in the order in which they are
 * quick: left to itself, the engine looks for a reading's term among all of its KPI.
 */
export function evaluationFloor(file: string, target: number): number {
  const store = open(file);
  const vendors = store.prepare('select id from vendors order by id').pluck().all() as number[];
  const readings = store.prepare(
    `select readings.vendor_id, readings.kpi_id, readings.period, readings.value, sla_terms.contract_id,
       sla_terms.id as term_id, sla_term_versions.id as version_id
     from readings
     cross join contracts on contracts.vendor_id = readings.vendor_id
     cross join sla_terms on sla_terms.contract_id = contracts.id and sla_terms.kpi_id = readings.kpi_id
     cross join sla_term_versions on sla_term_versions.term_id = sla_terms.id
     where readings.vendor_id = ?
     order by readings.kpi_id, readings.period`,
  );
  const insert = store.prepare(
    `insert into evaluations (id, contract_id, vendor_id, term_id, version_id, kpi_id, period, outcome, measured, run,
       points, triggers, credit_minor, capped_minor, issued_minor, working, evaluated_at, as_of)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '0', '[]', 0, 0, 0, '{}', '2024-01-12T08:00:00.000Z', '2024-01-12')`,
  );
  const nextId = neighbouringIds();
  let count = 0;
  store.exec('begin immediate');
  for (const vendor of vendors) {
    for (const row of readings.all(vendor) as Record<string, number>[]) {
      const outcome = Number(row['value']) >= target ? 'met' : 'breached';
      insert.run(
        nextId(),
        row['contract_id'],
        row['vendor_id'],
        row['term_id'],
        row['version_id'],
        row['kpi_id'],
        row['period'],
        outcome,
        row['value'],
      );
      count += 1;
      if (count % ROWS_A_COMMIT === 0) store.exec('commit; begin immediate');
    }
  }
  store.exec('commit');
  store.close();
  return count;
}
