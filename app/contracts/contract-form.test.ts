import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import {
  contractFileOf,
  contractFormValues,
  refusalOfContractForm,
  type ContractOnForm,
} from './contract-form';
import { readContractFile } from './contract-file';
import { detailsOf, volumesOf } from './particulars';
import { factsOf, monthlyFeesOf } from './contract-record';

const contract: ContractOnForm = {
  number: 'C-1',
  title: 'Line-haul',
  vendorCode: 'HARBOUR',
  startsOn: '2023-01-01',
  endsOn: '2024-12-31',
  renewal: 'tacit',
  ourEntity: 'Example SE',
  vendorEntity: 'Harbour Line SAS',
  scopeText: 'Line-haul between hubs',
  renewalMonths: 6,
  noticeDays: 90,
  noticeMonths: null,
  vendorNoticeDays: null,
  vendorNoticeMonths: 6,
  noticeDay: 'business_day_before',
  pricing: {
    model: 'tiered',
    unit: 'pallet',
    tiers: [
      { from: '0', price: '12.5' },
      { from: '1000', price: '11.75' },
    ],
  },
  paymentDays: 30,
  paymentBasis: 'invoice_receipt',
  calendarCountry: 'FR',
  governingLaw: 'France',
  arbitration: 'ICC, Paris',
  liabilityCapMinor: 50_000_000,
  liabilityCapPercent: null,
  totalValueMinor: 120_000_000,
  signedOn: null,
  ocid: null,
  dataRole: 'processor',
  prevailingLanguage: 'French',
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
const volumes = [{ period: january, volume: '1200' }];
const scope = [{ serviceCode: 'LINEHAUL', marketCode: 'FR' }];

function fileOf(change: Record<string, string> = {}) {
  const values = { ...contractFormValues(contract, fees, scope, volumes), ...change };
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
    expect(volumesOf(read.value)).toEqual(volumes);
    const details = detailsOf(read.value, 'USD', read.value.said, null);
    expect(contract).toMatchObject(details);
    const { currency, pointsTable, creditMinimumMinor } = contract;
    expect(factsOf(document)).toMatchObject({
      ...{ currency, pointsTable, creditMinimumMinor, graceDays: 2, reportDueBusinessDay: 8 },
      ...{ timeZone: 'Europe/Paris', feeMinor: null, atRiskPercent: '12.5' },
    });
  });

  it.each<[Record<string, string>, string, string]>([
    [{ renewal_months: '0' }, 'number_too_small', 'renewal_months'],
    [{ notice_months: '3' }, 'notice_twice', 'notice_months'],
    [{ initial_months: '12' }, 'ends_not_term', 'ends'],
    [{ ends: '' }, 'renewal_needs_end', 'renewal'],
    [{ 'pricing.tiers': '5 1.20' }, 'tiers_begin', 'pricing.tiers'],
    [{ 'pricing.tiers': '0 1.20\n0 1.10' }, 'tiers_ascend', 'pricing.tiers'],
    [{ 'pricing.model': 'hybrid', 'pricing.tiers': '' }, 'pricing_hybrid_empty', 'pricing.units'],
    [
      { 'pricing.model': 'per_unit', 'pricing.units': 'parcel x' },
      'number_invalid',
      'pricing.units',
    ],
    [
      { 'pricing.model': 'commission', 'pricing.percent': '120', 'pricing.base': 'sales' },
      'number_too_large',
      'pricing.percent',
    ],
    [{ calendar_country: 'XX' }, 'country_unknown', 'calendar_country'],
    [{ liability_cap: '1.001' }, 'amount_invalid', 'liability_cap'],
    [{ volumes: 'May 1200' }, 'period_invalid', 'volumes'],
  ])('refuses %j: %s at %s', (change, code, field) => {
    const read = fileOf(change);
    expect(read.ok).toBe(false);
    if (!read.ok)
      expect(refusalOfContractForm(read).fields).toContainEqual(
        expect.objectContaining({ code, field }),
      );
  });

  it('computes the last day of a first term in months', () => {
    const read = fileOf({ starts: '2024-01-31', ends: '', initial_months: '1', fees: '' });
    expect(read).toMatchObject({ value: { document: { ends: '2024-02-28' } } });
  });

  it('takes a fee beside those listed as the one after them', () => {
    const read = fileOf({ fee: '5' });
    if (!read.ok) throw new Error(read.reason.code);
    expect(read.value.document).toMatchObject({ fee: null, fee_after: '5' });
    expect(factsOf(read.value.document).feeMinor).toBe(500);
  });

  it('says a volume’s KPI behind @, with its service and market', () => {
    const units = 'parcel 1.20 @FLIGHTS/AIR/FR\npallet 9 @FLIGHTS';
    const pricing = { 'pricing.model': 'per_unit', 'pricing.units': units };
    expect(contractFileOf(pricing)['pricing']).toEqual({
      model: 'per_unit',
      units: [
        {
          ...{ unit: 'parcel', price: '1.2' },
          volume: { kpi: 'FLIGHTS', service: 'AIR', market: 'FR' },
        },
        { unit: 'pallet', price: '9', volume: { kpi: 'FLIGHTS', service: null, market: null } },
      ],
    });
  });

  it('shows months of the same fee in a row as one line', () => {
    expect(contractFormValues(contract, fees, scope, volumes)['fees']).toBe(
      '2023-01 2023-02 10000.50\n2023-03 20000.00\n2023-05 10000.50',
    );
  });

  it.each<[Record<string, string>, [string, string][]]>([
    [{ ends: '2022-12-31' }, [['ends', 'ends_before_start']]],
    [{ starts: '' }, [['starts', 'field_missing']]],
    [{ fees: 'in January much' }, [['fees', 'period_invalid']]],
    [{ fees: '2023-01 2023-12' }, [['fees', 'number_invalid']]],
    [{ fees: '2023-01 10.999' }, [['fees', 'amount_invalid']]],
    [{ currency: 'XXQ' }, [['currency', 'currency_unknown']]],
    [{ 'report_due.day': '' }, [['report_due.day', 'required']]],
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
