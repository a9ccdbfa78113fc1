import { describe, expect, it } from 'vitest';
import { readKpiFile, sharedHeadings, unknownSamples } from './kpi-file';

const header =
  'kpi_code,label_en,label_zh,unit,better,category,min,max,sample_kpi,aliases,formula\n';
const codes = (text: string) =>
  readKpiFile(text).faults.map(({ row, column, reason }) => `${row}/${column}/${reason.code}`);

describe('definitions file', () => {
  it('reads a KPI with its range, sample and aliases', () => {
    const { rows, faults } = readKpiFile(
      `${header}OTD_PCT,On time,准点率,%,higher,operational,0,100,RUNS,On-time %;准点率(%),100 * on / all\n`,
    );
    expect(faults).toEqual([]);
    expect(rows[0]).toMatchObject({
      code: 'OTD_PCT',
      nameZh: '准点率',
      min: '0',
      max: '100',
      sampleKpiCode: 'RUNS',
      aliases: ['On-time %', '准点率(%)'],
    });
  });

  it('names every fault with its row and column', () => {
    expect(
      codes(
        `${header}A,A,甲,%,up,operational,10,5,,,\nB,,乙,%,lower,speed,,,B,,\nC,C,丙,%,lower,cost,,,,,\nC,D,丁,%,lower,cost,,,,,\n`,
      ),
    ).toEqual([
      '2/better/not_a_choice',
      '3/label_en/required',
      '3/category/not_a_choice',
      '5/kpi_code/row_twice',
    ]);
    expect(codes(`${header}A,A,甲,%,lower,cost,10,5,,,\nB,B,乙,%,lower,cost,,,B,,\n`)).toEqual([
      '2/max/range_reversed',
      '3/sample_kpi/sample_is_itself',
    ]);
  });

  it('refuses samples that nobody defines and headings that two KPIs share', () => {
    const { rows } = readKpiFile(
      `${header}A,On time,准点率,%,higher,cost,,,RUNS,,\nB,Punctual,准时,%,higher,cost,,,A,ＯＮ ＴＩＭＥ,\n`,
    );
    expect(unknownSamples(rows, new Set()).map(({ row }) => row)).toEqual([2]);
    expect(unknownSamples(rows, new Set(['RUNS']))).toEqual([]);
    expect(sharedHeadings(rows, []).map(({ row, reason }) => [row, reason.params])).toEqual([
      [2, { value: 'On time', kpi: 'B' }],
      [3, { value: 'ＯＮ ＴＩＭＥ', kpi: 'A' }],
    ]);
  });
});
