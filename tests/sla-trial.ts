import { readContractDocument } from '~/contracts/contract-document';
import { parsePeriod, type Period } from '~/shared/period';
import {
  backtest,
  type BacktestInput,
  type BacktestResult,
  type Exclusion,
  type KpiReading,
} from '~/sla/backtest';

/** A term at least 95, in three bands, paying by tiers, as tests vary it. */
export const TERM = {
  kpi: 'K',
  operator: 'gte',
  target: 95,
  bands: [
    { severity: 'minor', from: 90, to: 95, points: 1, credit_percent: 2 },
    { severity: 'serious', from: 80, to: 90, points: 2, credit_percent: 5 },
    { severity: 'critical', from: null, to: 80, points: 4, credit_percent: 10 },
  ],
  credit: { method: 'tiered' },
};

export type Given = {
  term?: Record<string, unknown>;
  terms?: Record<string, unknown>[];
  contract?: Record<string, unknown>;
  /** Values of `K` from 2023-01 on: null is an empty cell, undefined no report. */
  values?: (number | string | null | undefined)[];
  readings?: Partial<KpiReading>[];
  exclusions?: [string, string][];
  from?: string;
  to?: string;
  asOf?: string;
};

export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`no period: ${text}`);
  return parsed;
}

export function reading(given: Partial<KpiReading>): KpiReading {
  return {
    kpi: 'K',
    period: period('2023-01'),
    value: null,
    numerator: null,
    denominator: null,
    sampleSize: null,
    service: null,
    market: null,
    source: 'vendor_report',
    ...given,
  };
}

export function trialInput(given: Given): BacktestInput {
  const contract = readContractDocument({
    currency: 'USD',
    fee: '1000.00',
    terms: given.terms ?? [{ ...TERM, ...given.term }],
    ...given.contract,
  });
  if (!contract.ok) throw new Error(JSON.stringify(contract.fields));
  const values = (given.values ?? []).flatMap((value, index): KpiReading[] => {
    if (value === undefined) return [];
    return [
      reading({
        period: period('2023-01') + index,
        value: value === null ? null : String(value),
      }),
    ];
  });
  return {
    contract: contract.value,
    readings: [...values, ...(given.readings ?? []).map(reading)],
    exclusions: (given.exclusions ?? []).map(([from, to]): Exclusion => ({
      kpi: 'K',
      from: period(from),
      to: period(to),
      reason: 'force majeure',
    })),
    from: given.from === undefined ? null : period(given.from),
    to: given.to === undefined ? null : period(given.to),
    asOf: given.asOf ?? null,
  };
}

/** The back-test of a contract; throws where it is refused. */
export function trial(given: Given): BacktestResult {
  const result = backtest(trialInput(given));
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}

/** One field of every evaluation of the first term, in order. */
export function each<K extends keyof BacktestResult['evaluations'][number]>(
  result: BacktestResult,
  field: K,
): BacktestResult['evaluations'][number][K][] {
  return result.evaluations.filter(({ term }) => term === 0).map((one) => one[field]);
}
