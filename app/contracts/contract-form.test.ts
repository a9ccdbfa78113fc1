import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import {
  contractFileOf,
  contractFormValues,
  refusalOfContractForm,
  type ContractOnForm,
} from './contract-form';
import { readContractFile } from './contract-file';
import { factsOf, monthlyFeesOf } from './contract-record';

const contract: ContractOnForm = {
  number: 'C-1',
  title: 'Line-haul',
  vendorCode: 'HARBOUR',
  startsOn: '2023-01-01',
  endsOn: '2024-12-31',
  renewal: 'tacit',
  noticeDays: 90,
  acceptsAlone: true,
  currency: 'USD',
  feeMinor: null,
  creditCapPercent: '10',
  creditMinimumMinor: 100,
  atRiskPercent: '12.5',
  pointsTable: [
    { points: '10', percent: '2' },
    { points: '30', percent: '10' },
  ],
  reportDueDay: null,
  reportDueBusinessDay: 8,
  graceDays: 2,
  timeZone: 'Europe/Paris',
};
const january = periodOf(2023, 1);
const fees = [0, 1, 2, 4].map((month) => ({
  period: january + month,
  feeMinor: month === 2 ? 2_000_000 : 1_000_050,
}));
const scope = [{ serviceCode: 'LINEHAUL', marketCode: 'FR' }];

function fileOf(change: Record<string, string> = {}) {
  const values = { ...contractFormValues(contract, fees, scope), ...change };
  return readContractFile(contractFileOf(values), new Map());
}

describe('the form of a contract', () => {
  it('gives back the contract it was filled with', () => {
    const read = fileOf();
    if (!read.ok) throw new Error(JSON.stringify(read));
    const { document, ...file } = read.value;
    expect(file).toMatchObject({
      number: 'C-1',
      title: 'Line-haul',
      services: ['LINEHAUL'],
      markets: ['FR'],
      renewal: 'tacit',
      notice_days: 90,
      accepts_alone: true,
    });
    expect(monthlyFeesOf(document)).toEqual(fees);
    const { currency, pointsTable, creditMinimumMinor } = contract;
    expect(factsOf(document)).toMatchObject({
      ...{ currency, pointsTable, creditMinimumMinor, graceDays: 2, reportDueBusinessDay: 8 },
      ...{ timeZone: 'Europe/Paris', feeMinor: null, atRiskPercent: '12.5' },
    });
  });

  it('shows months of the same fee in a row as one line', () => {
    expect(contractFormValues(contract, fees, scope)['fees']).toBe(
      '2023-01 2023-02 10000.50\n2023-03 20000.00\n2023-05 10000.50',
    );
  });

  it.each<[Record<string, string>, [string, string][]]>([
    [{ ends: '2022-12-31' }, [['ends', 'ends_before_start']]],
    [{ starts: '' }, [['starts', 'field_missing']]],
    [{ fees: 'in January much' }, [['fees', 'period_invalid']]],
    [{ fees: '2023-01 2023-12' }, [['fees', 'number_invalid']]],
    [{ fees: '2023-01 10.999' }, [['fees', 'amount_invalid']]],
    [{ fee: '5' }, [['fees', 'fee_and_fees']]],
    [{ currency: 'XXQ' }, [['currency', 'currency_unknown']]],
    [{ 'report_due.day': '40' }, [['report_due.day', 'number_too_large']]],
    [{ points_table: 'ten 2' }, [['points_table', 'number_invalid']]],
    [{ time_zone: 'Mars/Base' }, [['time_zone', 'time_zone_unknown']]],
    [{ notice_days: 'many' }, [['notice_days', 'wrong_type']]],
  ])('says at the field what is wrong: %j', (change, expected) => {
    const read = fileOf(change);
    const { fields = [] } = read.ok ? {} : refusalOfContractForm(read);
    expect(fields.map(({ field, code }) => [field, code])).toEqual(expected);
  });
});
