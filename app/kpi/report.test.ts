import { describe, expect, it } from 'vitest';
import { checkWaitingChoice, waitingChoices, type WaitingStay } from './report';

const beside = (...stays: (WaitingStay | null)[]) => stays.map((each) => ({ stays: each }));

describe('what becomes of reports that wait beside one that is sent', () => {
  it('has to be said where one of them may give way', () => {
    expect(checkWaitingChoice(beside(null, null, 'more_figures'), null)).toMatchObject({
      ok: false,
      reason: { code: 'report_waits', params: { count: 2 } },
    });
    for (const choice of waitingChoices)
      expect(checkWaitingChoice(beside(null, 'other_side'), choice).ok).toBe(true);
  });

  it('has not to be said where none waits, or all stay', () => {
    expect(checkWaitingChoice([], null).ok).toBe(true);
    expect(checkWaitingChoice([], 'replace').ok).toBe(true);
    expect(checkWaitingChoice(beside('other_side', 'more_figures'), null).ok).toBe(true);
    expect(checkWaitingChoice(beside('other_side', 'more_figures'), 'keep').ok).toBe(true);
  });

  it('can’t be to give way where all stay', () => {
    expect(checkWaitingChoice(beside('other_side', 'more_figures'), 'replace')).toMatchObject({
      ok: false,
      reason: { code: 'report_stays', params: { count: 2 } },
    });
  });
});
