import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { chaseStep, dueMonths, type NeededSeries, type SentReading } from './report-due';

const onTime: NeededSeries = {
  kpi: 'OTD_PCT',
  service: null,
  market: null,
  sources: ['vendor_report'],
  from: '2023-10-15',
  to: null,
};
const due = { day: 10, grace_days: 5 };
const first = periodOf(2023, 9);

const sent = (change: Partial<SentReading> = {}): SentReading => ({
  kpi: 'OTD_PCT',
  service: null,
  market: null,
  source: 'vendor_report',
  period: periodOf(2023, 11),
  reportId: 7,
  state: 'accepted',
  stands: true,
  sentOn: '2023-12-08',
  ...change,
});

const months = (readings: SentReading[], today: string, needs = [onTime]) =>
  dueMonths(needs, readings, due, first, today);

describe('the months of a contract', () => {
  it('are the whole months of its terms, up to the one that runs', () => {
    const found = months([], '2024-01-12').map(({ period, dueOn, time }) => [period, dueOn, time]);
    expect(found).toEqual([
      [periodOf(2023, 11), '2023-12-10', 'overdue'],
      [periodOf(2023, 12), '2024-01-10', 'in_grace'],
      [periodOf(2024, 1), '2024-02-10', 'running'],
    ]);
  });

  it('end with the term', () => {
    const needs = [{ ...onTime, to: '2023-12-30' }];
    expect(months([], '2024-01-12', needs)).toHaveLength(1);
  });

  it.each([
    [[sent()], 'accepted'],
    [[sent({ state: 'submitted' })], 'submitted'],
    [[sent({ state: 'changes_requested' })], 'returned'],
    [[sent({ state: 'superseded', stands: false })], 'none'],
    [[sent({ source: 'customer_feedback' })], 'none'],
    [[sent({ market: 'FR' })], 'none'],
    [[sent({ kpi: 'RUNS' })], 'none'],
  ] as const)('know what was sent: %#', (readings, state) => {
    expect(months([...readings], '2024-01-12')[0]?.sent).toBe(state);
  });

  it('are incomplete while a KPI is missing, and say which', () => {
    const needs = [onTime, { ...onTime, kpi: 'RUNS' }];
    expect(months([sent()], '2024-01-12', needs)[0]).toMatchObject({
      sent: 'partial',
      missing: ['RUNS'],
    });
  });

  it('are late when first sent after the grace, not when corrected after it', () => {
    const late = sent({ sentOn: '2023-12-16' });
    expect(months([late], '2024-01-12')[0]?.late).toBe(true);
    const first = sent({ stands: false, reportId: 6 });
    expect(months([first, late], '2024-01-12')[0]?.late).toBe(false);
    expect(months([sent({ sentOn: '2023-12-15' })], '2024-01-12')[0]?.late).toBe(false);
  });
});

describe('reminders', () => {
  it.each([
    ['2024-01-02', null],
    ['2024-01-03', 'due_in_7'],
    ['2024-01-08', 'due_in_7'],
    ['2024-01-09', 'due_in_1'],
    ['2024-01-10', 'due_today'],
    ['2024-01-15', 'due_today'],
    ['2024-01-16', 'overdue'],
  ])('on %s: %s', (today, step) => {
    const [, december] = months([], today);
    expect(december && chaseStep(december, today)).toBe(step);
  });
});
