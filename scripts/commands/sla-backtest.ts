import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { readTrialFile } from '~/contracts/contract-file';
import { plainDecimal } from '~/contracts/document-fields';
import { isDate } from '~/shared/calendar';
import { parsePeriod } from '~/shared/period';
import { backtest, type BacktestInput, type BacktestResult } from '~/sla/backtest';
import { volumeKpis, withVolumeFees } from '~/sla/backtest-fees';
import {
  EXCLUSION_COLUMNS,
  OTHER_READING_COLUMNS,
  READING_COLUMNS,
  readExclusionRows,
  readReadingRows,
  type Row,
} from '~/sla/backtest-rows';
import { type Sweep, sweepTarget } from '~/sla/sweep';
import { type Command, DONE, json, Misuse, namedFile, REFUSED } from '../command';
import { refusalInWords } from '../backtest/document-reasons';
import { backtestTable } from '../backtest/backtest-table';

const usage = `npm run -s portal -- sla backtest --contract FILE.json --readings FILE.csv [options]
  --contract FILE.json        the contract's file with its terms; fees by volume are taken of the volumes
                              that it records, or of the readings of the KPI that its price names
  --readings FILE.csv         ${READING_COLUMNS.join(',')}
  --exclusions FILE.csv       ${EXCLUSION_COLUMNS.join(',')}
  --from YYYY-MM --to YYYY-MM the months to evaluate; else from the first to the last reading
  --as-of YYYY-MM-DD          the day at whose end the outcome is told; else everything is over and due
  --sweep TERM:FROM:TO:STEP   try other targets for a term, counted from 0
  --json                      print one JSON document`;

/** Tries a contract's SLA terms on past readings, without a store. */
export const command: Command = {
  name: 'sla backtest',
  summary: 'how often the terms of a contract would have fired on past readings',
  usage,
  run: (args, io) => {
    const options = readOptions(args);
    const answer = runBacktest(options);
    if (answer.ok) {
      io.out(options.json ? json(answer.result) : backtestTable(answer.result));
      return Promise.resolve(DONE);
    }
    for (const line of answer.why) io.err(line);
    return Promise.resolve(REFUSED);
  },
};

type Options = {
  contract: string;
  readings: string;
  exclusions: string | null;
  from: number | null;
  to: number | null;
  asOf: string | null;
  sweep: Sweep | null;
  json: boolean;
};

type Answer = { ok: true; result: BacktestResult } | { ok: false; why: string[] };

function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      contract: text,
      readings: text,
      exclusions: text,
      from: text,
      to: text,
      'as-of': text,
      sweep: text,
      json: { type: 'boolean', default: false },
    },
  });
  if (values.contract === undefined) throw new Misuse('--contract FILE.json is required');
  if (values.readings === undefined) throw new Misuse('--readings FILE.csv is required');
  const from = periodOption('--from', values.from);
  const to = periodOption('--to', values.to);
  if (from !== null && to !== null && to < from) throw new Misuse('--to lies before --from');
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !isDate(asOf)) throw new Misuse(`--as-of: "${asOf}" is no day YYYY-MM-DD`);
  return {
    contract: values.contract,
    readings: values.readings,
    exclusions: values.exclusions ?? null,
    from,
    to,
    asOf,
    sweep: values.sweep === undefined ? null : sweepOption(values.sweep),
    json: values.json,
  };
}

function periodOption(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const period = parsePeriod(text);
  if (period === null) throw new Misuse(`${name}: "${text}" is no month YYYY-MM`);
  return period;
}

function sweepOption(text: string): Sweep {
  const [term = '', ...rest] = text.split(':');
  const [from, to, step] = rest.map(plainDecimal);
  if (!/^\d+$/.test(term) || rest.length !== 3 || from == null || to == null || step == null)
    throw new Misuse(`--sweep: "${text}" is not TERM:FROM:TO:STEP, such as 0:78:82:0.5`);
  return { term: Number(term), from, to, step };
}

function runBacktest(options: Options): Answer {
  const input = readInput(options);
  if ('why' in input) return input;
  const tried = backtest(input);
  if (!tried.ok) return { ok: false, why: refusalInWords(tried) };
  if (!options.sweep) return { ok: true, result: tried.value };
  const swept = sweepTarget(input, options.sweep);
  if (!swept.ok) return { ok: false, why: refusalInWords(swept) };
  return { ok: true, result: { ...tried.value, sweep: swept.value } };
}

function readInput(options: Options): BacktestInput | { ok: false; why: string[] } {
  const { from, to, asOf } = options;
  const no = (file: string, why: string[]) => ({
    ok: false as const,
    why: why.map((line) => `${file}: ${line}`),
  });
  const document = readJson(options.contract);
  if ('why' in document) return no(options.contract, [document.why]);
  const file = readTrialFile(document.value);
  if (!file.ok) return no(options.contract, refusalInWords(file));
  const optional: readonly string[] = OTHER_READING_COLUMNS;
  const table = readCsv(options.readings, ['period', 'kpi'], [...READING_COLUMNS, ...optional]);
  if ('why' in table) return no(options.readings, [table.why]);
  if (table.rows.length === 0 && (from === null || to === null))
    return no(options.readings, [
      'holds no readings; say with --from and --to which months to try',
    ]);
  const { terms } = file.value.document;
  const kpis = new Set([...terms.map((term) => term.kpi), ...volumeKpis(file.value)]);
  const readings = readReadingRows(table.rows, kpis);
  if (!readings.ok) return no(options.readings, refusalInWords(readings));
  const contract = withVolumeFees(file.value, readings.value);
  const input = { contract, readings: readings.value, from, to, asOf };
  if (options.exclusions === null) return { ...input, exclusions: [] };
  const excluded = readCsv(options.exclusions, ['kpi', 'from', 'to'], EXCLUSION_COLUMNS);
  if ('why' in excluded) return no(options.exclusions, [excluded.why]);
  const exclusions = readExclusionRows(excluded.rows);
  if (!exclusions.ok) return no(options.exclusions, refusalInWords(exclusions));
  return { ...input, exclusions: exclusions.value };
}

function readJson(path: string): { value: unknown } | { why: string } {
  const file = readText(path);
  if ('why' in file) return file;
  try {
    return { value: JSON.parse(file.text) as unknown };
  } catch (error) {
    return { why: `is not JSON: ${messageOf(error)}` };
  }
}

/** The rows of a CSV file under its header; an empty file has none. */
function readCsv(
  path: string,
  required: readonly string[],
  known: readonly string[],
): { rows: Row[] } | { why: string } {
  const file = readText(path);
  if ('why' in file) return file;
  if (file.text.trim() === '') return { rows: [] };
  let lines: string[][];
  try {
    lines = parse(file.text, { trim: true, skip_empty_lines: true });
  } catch (error) {
    return { why: `cannot be read as CSV: ${messageOf(error)}` };
  }
  const [header = [], ...rest] = lines;
  const missing = required.find((name) => !header.includes(name));
  if (missing !== undefined)
    return { why: `the column "${missing}" is missing; the columns are ${known.join(',')}` };
  const unknown = header.find((name) => !known.includes(name));
  if (unknown !== undefined)
    return { why: `there is no column "${unknown}"; the columns are ${known.join(',')}` };
  const rows = rest.map((cells): Row => {
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
  return { rows };
}

function readText(path: string): { text: string } | { why: string } {
  try {
    return { text: readFileSync(namedFile(path), 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    return { why: `cannot be read: ${messageOf(error)}` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
