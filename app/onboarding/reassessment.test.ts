import { describe, expect, it } from 'vitest';
import { reassessmentOf, type StandingFacts } from './reassessment';

const today = '2024-01-12';
const good: StandingFacts = {
  last: { assessedOn: '2023-10-16', validUntil: '2024-10-16' },
  isUnderWay: false,
  incidentOn: null,
  lapsed: null,
};
const lapsed = { kind: 'ISO 9001', expiresOn: '2023-12-31' };

describe('a new assessment', () => {
  it('is due for the gravest cause since the latest result, and for none before it', () => {
    expect(reassessmentOf(good, today)).toBeNull();
    expect(reassessmentOf({ ...good, lapsed }, today)).toEqual({
      cause: 'certificate',
      occasion: 'ISO 9001 2023-12-31',
      dueOn: '2024-01-30',
    });
    expect(reassessmentOf({ ...good, lapsed, incidentOn: '2023-12-11' }, today)).toEqual({
      cause: 'incident',
      occasion: '2023-12-11',
      dueOn: '2024-01-10',
    });
    // The assessment of that very day has seen both.
    const since = { assessedOn: '2023-12-31', validUntil: '2024-12-31' };
    expect(
      reassessmentOf({ ...good, last: since, lapsed, incidentOn: '2023-12-11' }, today),
    ).toBeNull();
  });

  it.each([
    ['2024-03-13', null],
    ['2024-03-12', '2024-03-12'],
    ['2023-11-30', '2023-11-30'],
  ])('is asked for 60 days before the result lapses on %s', (validUntil, dueOn) => {
    const last = { assessedOn: '2023-01-10', validUntil };
    expect(reassessmentOf({ ...good, last }, today)?.dueOn ?? null).toBe(dueOn);
  });

  it('is asked for where there is no result, for an incident of half a year at most, and while none is under way', () => {
    expect(reassessmentOf({ ...good, last: null }, today)).toMatchObject({ cause: 'rhythm' });
    const recent = { ...good, last: null, incidentOn: '2023-07-12' };
    expect(reassessmentOf(recent, today)).toMatchObject({ cause: 'incident' });
    expect(reassessmentOf({ ...recent, incidentOn: '2023-07-11' }, today)).toMatchObject({
      cause: 'rhythm',
    });
    expect(reassessmentOf({ ...recent, isUnderWay: true }, today)).toBeNull();
  });
});
