import { expect, it } from 'vitest';
import { type HeatOutcome, worstByMonth } from './heat-rows';

const outcome = (
  period: number,
  what: HeatOutcome['outcome'],
  severity: HeatOutcome['severity'] = null,
) => ({
  period,
  outcome: what,
  severity,
  measured: null,
  breachId: null,
});

it('the worst of several terms stands for the month, the graver failure before the milder', () => {
  const worst = worstByMonth([
    outcome(2, 'met'),
    outcome(1, 'breached', 'minor'),
    outcome(1, 'breached', 'critical'),
    outcome(1, 'at_risk'),
    outcome(2, 'no_data'),
    outcome(3, 'pending'),
    outcome(3, 'excused'),
  ]);
  expect(worst.map((one) => `${one.period} ${one.outcome} ${one.severity ?? ''}`.trim())).toEqual([
    '1 breached critical',
    '2 met',
    '3 excused',
  ]);
});
