import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BacktestResult } from '~/sla/backtest';
import { DONE, REFUSED } from '../command';
import { COLUMNS, backtestFolder, csv, run, type Row } from '../../tests/cases/backtest-files';

type Named = { period: string; term?: number } & Record<string, unknown>;
type Case = {
  name: string;
  contract: unknown;
  readings: Row[];
  exclusions?: Row[];
  from?: string;
  to?: string;
  as_of?: string;
  expect: { evaluations?: Named[]; credits?: Named[]; refused?: true };
};

const suite = new URL('../../tests/data/conformance/sla-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(suite, 'utf8')) as Case[];

const { file } = backtestFolder();

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
