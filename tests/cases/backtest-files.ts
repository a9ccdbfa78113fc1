import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { command } from '../../scripts/commands/sla-backtest';

type Cell = string | number | null;
export type Row = Record<string, Cell>;

/** The columns of a file of readings as the tests write it. */
export const COLUMNS = 'period,kpi,value,numerator,denominator,sample_size,market,service,source';

/** A folder for the files of the backtests of a test file; it goes with them. */
export function backtestFolder() {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'backtest-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => join(folder, name);
  return {
    at,
    file: (name: string, text: string): string => {
      writeFileSync(at(name), text);
      return at(name);
    },
  };
}

export function csv(columns: string, rows: Row[]): string {
  const names = columns.split(',');
  const lines = rows.map((row) => names.map((name) => String(row[name] ?? '')).join(','));
  return [columns, ...lines].join('\n');
}

/** Runs the command: its exit code, and what it said where. */
export async function run(args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await command.run(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
