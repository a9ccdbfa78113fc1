import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { airlineContext } from '../../tests/casts/kpi-cast';
import { checkReport } from './check-report';
import {
  headerFingerprint,
  headingNames,
  mappingSchema,
  recallMapping,
  type Mapping,
} from './mapping';
import { parseDelimited } from './delimited';
import { readPasted, readUpload, type MappingChoice } from './read-upload';
import type { KpiDefinition, ReportContext } from './reading';

const percentage = { unit: '%', min: '0', max: '100', sampleKpi: null, nameZh: '', aliases: [] };
const railKpis: KpiDefinition[] = [
  { ...percentage, code: 'ON_TIME', nameEn: 'On time at arrival' },
  { ...percentage, code: 'CANCELLED', nameEn: 'Cancelled' },
];
const rail: ReportContext = airlineContext({
  vendor: { code: 'SNCF', name: 'SNCF Voyageurs', aliases: [] },
  kpis: railKpis,
  markets: [],
  offerings: [],
});

const planned = 'Nombre de circulations prévues';
const cancelled = 'Nombre de trains annulés';
const late = "Nombre de trains en retard à l'arrivée";
const stations = ['Gare de départ', "Gare d'arrivée"];

function fileOf(month: string) {
  const name = `regularite-mensuelle-tgv-aqst_${month}.csv`;
  return { name, bytes: readFileSync(`tests/data/sncf-tgv/${name}`) };
}

/** The mapping as it is done once by hand: every column that is not used is left out. */
function railMapping(headings: readonly string[]): Mapping {
  const used = [planned, cancelled, late, ...stations, 'Date'];
  return mappingSchema.parse({
    columns: headings
      .filter((name) => !used.includes(name))
      .map((heading) => ({ heading, as: 'left_out' })),
    market: { columns: stations, create: true },
    kpis: [
      {
        kpi: 'ON_TIME',
        numerator: { add: [planned], subtract: [cancelled, late] },
        denominator: { add: [planned], subtract: [cancelled] },
      },
      { kpi: 'CANCELLED', numerator: { add: [cancelled] }, denominator: { add: [planned] } },
    ],
  });
}

async function readMonth(month: string, choice: MappingChoice) {
  const upload = await readUpload(fileOf(month), rail, choice);
  return { upload, findings: checkReport(upload, rail) };
}

describe('a French file, mapped once', () => {
  it('is asked about first', async () => {
    const { upload } = await readMonth('2023-01', {});
    expect(upload.sheets[0]?.unknown.map(({ title }) => title)).toContain("Gare d'arrivée");
    expect(upload.findings.list.map(({ code }) => code)).toContain('kpi_column_missing');
    expect(upload.readings).toEqual([]);
  });

  it('is read with lines as markets and rates from counts, and known again by its headers', async () => {
    const headings = (await readMonth('2023-01', {})).upload.sheets[0]?.headings ?? [];
    const mapping = railMapping(headings);
    const { upload, findings } = await readMonth('2023-01', { mapping });
    expect(findings).toMatchObject({ errors: 0, warnings: 0 });
    expect(upload.readings).toHaveLength(242);
    expect(upload.newMarkets).toHaveLength(121);
    expect(upload.newMarkets[0]).toEqual({
      code: 'BORDEAUX-ST-JEAN_TOURCOING',
      name: 'BORDEAUX ST JEAN → TOURCOING',
    });
    expect(upload.readings.find(({ market }) => market === 'GRENOBLE_PARIS-LYON')).toMatchObject({
      kpi: 'ON_TIME',
      numerator: '183',
      denominator: '212',
      value: '86.320754716981',
      sampleSize: '212',
    });

    const remembered = [{ fingerprint: headerFingerprint(headings), mapping }];
    for (const [month, lines] of [
      ['2023-02', 121],
      ['2018-02', 130],
    ] as const) {
      const next = await readMonth(month, { remembered });
      expect(next.findings).toMatchObject({ errors: 0, warnings: 0 });
      expect(next.upload.readings).toHaveLength(lines * 2);
      const rows = parseDelimited(new TextDecoder().decode(fileOf(month).bytes), ';').slice(1);
      next.upload.readings
        .filter(({ kpi }) => kpi === 'CANCELLED')
        .forEach((reading, index) =>
          expect([reading.numerator, reading.denominator]).toEqual([
            rows[index]?.[6],
            rows[index]?.[5],
          ]),
        );
    }
  });

  it('refuses new markets that nobody confirmed, and finds those that were created', async () => {
    const headings = (await readMonth('2023-01', {})).upload.sheets[0]?.headings ?? [];
    const { market, ...rest } = railMapping(headings);
    const mapping = { ...rest, market: market && { ...market, create: false } };
    const { upload } = await readMonth('2023-01', { mapping });
    expect(upload.findings).toMatchObject({ errors: 121 });
    const markets = upload.newMarkets.map(({ code, name }) => ({
      code,
      nameEn: name,
      nameZh: null,
      aliases: [],
      parent: null,
    }));
    const again = await readUpload(fileOf('2023-01'), { ...rail, markets }, { mapping });
    expect(again.findings.list).toEqual([]);
    expect(again.newMarkets).toEqual([]);
  });
});

describe('mappings', () => {
  const context = airlineContext();

  it('leave rows out by a cell', () => {
    const text = 'Month,Kind,OTD_PCT\n2023-07,actual,80\n2023-07,forecast,90\n2023-08,Actual,81\n';
    const mapping = mappingSchema.parse({ rows: [{ heading: 'Kind', keep: ['actual'] }] });
    expect(readPasted(text, context, { mapping }).readings.map(({ value }) => value)).toEqual([
      '80',
      '81',
    ]);
    const other = mappingSchema.parse({ rows: [{ heading: 'Kind', drop: ['forecast'] }] });
    expect(
      readPasted(text, context, { mapping: other }).readings.map(({ value }) => value),
    ).toEqual(['80', '81']);
  });

  it('name columns that no heading explains', () => {
    const text = 'When,Where,Good\n2023-07,ATL,80\n';
    const mapping = mappingSchema.parse({
      columns: [
        { heading: 'When', as: 'role', role: 'period' },
        { heading: 'Where', as: 'role', role: 'market' },
        { heading: 'Good', as: 'kpi', kpi: 'OTD_PCT' },
      ],
    });
    expect(readPasted(text, context, { mapping }).readings).toMatchObject([
      { market: 'ATL', value: '80' },
    ]);
  });

  it('say which column they miss and which KPI they do not know', () => {
    const mapping = mappingSchema.parse({
      columns: [
        { heading: 'Gone', as: 'kpi', kpi: 'CANCEL_PCT' },
        { heading: 'OTD_PCT', as: 'kpi', kpi: 'NPS' },
      ],
    });
    const { findings } = readPasted('Month,OTD_PCT\n2023-07,80\n', context, { mapping });
    expect(findings.list.map(({ code, value }) => [code, value])).toEqual([
      ['mapping_column_missing', 'Gone'],
      ['kpi_unknown', 'NPS'],
    ]);
  });

  it('are refused where they make no sense', () => {
    const refused = (mapping: unknown) => mappingSchema.safeParse(mapping).success;
    expect(refused({ kpis: [{ kpi: 'A', numerator: { add: ['x'] } }] })).toBe(false);
    expect(refused({ kpis: [{ kpi: 'A' }] })).toBe(false);
    expect(refused({ columns: [{ heading: 'x', as: 'role', role: 'mood' }] })).toBe(false);
    expect(refused({ unknown: 1 })).toBe(false);
  });

  it('are found by the same headers in any order and case, else by having all they need', () => {
    const names = ['When', 'Good'];
    const mapping = mappingSchema.parse({
      columns: [{ heading: 'Good', as: 'kpi', kpi: 'OTD_PCT' }],
    });
    const remembered = [{ fingerprint: headerFingerprint(names), mapping }];
    expect(headerFingerprint([' GOOD ', 'when'])).toBe(headerFingerprint(names));
    expect(recallMapping(remembered, ['good', 'When', 'New'])).toBe(mapping);
    expect(recallMapping(remembered, ['Bad', 'When'])).toBeNull();
  });

  it('number headings that repeat', () => {
    expect(headingNames(['On\ntime', 'on time', '', 'Late'])).toEqual([
      'On time',
      'on time (2)',
      '',
      'Late',
    ]);
  });
});
