import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BacktestResult } from '~/sla/backtest';
import { DONE, Misuse, REFUSED } from '../command';
import { command } from './sla-backtest';

type Named = { period: string; term?: number } & Record<string, unknown>;
type Case = {
  name: string;
  contract: unknown;
  readings: Record<string, unknown>[];
  exclusions?: Record<string, unknown>[];
  from?: string;
  to?: string;
  as_of?: string;
  expect: { evaluations?: Named[]; credits?: Named[]; refused?: true };
};

const suite = new URL('../../tests/data/conformance/sla-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(suite, 'utf8')) as Case[];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backtest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = 'period,kpi,value,numerator,denominator,sample_size,market,service,source';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function csv(columns: string, rows: Record<string, unknown>[]): string {
  const names = columns.split(',');
  return [columns, ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n');
}

async function run(args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await command.run(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function filesOf(given: Case): string[] {
  const option = (name: string, value: string | undefined) => (value ? [name, value] : []);
  return [
    ...['--contract', file('contract.json', JSON.stringify(given.contract))],
    ...['--readings', file('readings.csv', csv(COLUMNS, given.readings))],
    ...option('--from', given.from),
    ...option('--to', given.to),
    ...option('--as-of', given.as_of),
    ...(given.exclusions
      ? ['--exclusions', file('exclusions.csv', csv('kpi,from,to,reason', given.exclusions))]
      : []),
  ];
}

describe('conformance', () => {
  it('has the whole suite', () => expect(cases).toHaveLength(26));

  it.each(cases.map((each): [string, Case] => [each.name, each]))('%s', async (_, given) => {
    const { code, out, err } = await run([...filesOf(given), '--json']);
    if (given.expect.refused) {
      expect(code).toBe(REFUSED);
      expect(out).toBe('');
      return expect(err).not.toBe('');
    }
    expect(err).toBe('');
    expect(code).toBe(DONE);
    const result = JSON.parse(out) as BacktestResult;
    for (const wanted of given.expect.evaluations ?? []) {
      const found = result.evaluations.find(
        (each) => each.period === wanted.period && each.term === (wanted.term ?? 0),
      );
      expect(found).toMatchObject(wanted);
    }
    for (const wanted of given.expect.credits ?? []) {
      expect(result.credits.find((each) => each.period === wanted.period)).toMatchObject(wanted);
    }
  });
});
