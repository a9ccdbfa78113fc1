import { expect, it } from 'vitest';
import { airlineContext } from '../../tests/casts/kpi-cast';
import { compareReport } from './compare-report';
import { readPasted } from './read-upload';
import type { StandingReading } from './reading';

const read = (...rows: string[]) =>
  readPasted(['Month,KPI,Market,Value,Sample size', ...rows].join('\n'), airlineContext()).readings;

it('shows what a correction changes, cell by cell, and leaves other months alone', () => {
  const standing: StandingReading[] = read(
    '2023-06,OTD_PCT,ATL,70,',
    '2023-07,OTD_PCT,ATL,80.00,100',
    '2023-07,OTD_PCT,BOS,81,',
    '2023-07,OTD_PCT,,82,',
  ).map((reading) => ({ ...reading, source: 'vendor_report' }));
  const { differences, same } = compareReport(
    standing,
    read('2023-07,OTD_PCT,ATL,80,100', '2023-07,OTD_PCT,,79.5,', '2023-07,OTD_PCT,DEN,83,'),
  );
  expect(same).toBe(1);
  expect(
    differences.map(({ kind, market, before, after }) => [
      kind,
      market,
      before?.value,
      after?.value,
    ]),
  ).toEqual([
    ['changed', null, '82', '79.5'],
    ['left_out', 'BOS', '81', undefined],
    ['added', 'DEN', undefined, '83'],
  ]);
});

it('finds a changed sample behind an unchanged value', () => {
  const standing = read('2023-07,OTD_PCT,ATL,80,100').map((reading) => ({
    ...reading,
    source: 'vendor_report' as const,
  }));
  expect(compareReport(standing, read('2023-07,OTD_PCT,ATL,80,90')).differences).toMatchObject([
    { kind: 'changed' },
  ]);
});
