import { describe, expect, it } from 'vitest';
import { waitOf, type PipelineFacts } from './pipeline';

const screened: PipelineFacts = {
  stage: 'screening',
  status: 'screening',
  tier: 'standard',
  checks: 5,
  missingChecks: 3,
  waitingChecks: 1,
  openHits: 0,
};
const wait = (change: Partial<PipelineFacts>) => waitOf({ ...screened, ...change });

describe('what a newcomer waits for', () => {
  it('is the first thing that nobody can go past', () => {
    expect(wait({ tier: null, openHits: 2 })).toEqual({ for: 'tier', count: 0, turn: 'us' });
    expect(wait({ openHits: 2 })).toEqual({ for: 'hits', count: 2, turn: 'us' });
    expect(wait({ checks: 0, missingChecks: 0, waitingChecks: 0 }).for).toBe('checks_to_open');
    expect(wait({})).toEqual({ for: 'checks', count: 3, turn: 'us' });
    expect(wait({ missingChecks: 1 })).toEqual({ for: 'sign_off', count: 1, turn: 'us' });
  });

  it('says whose turn it is, and who decides at the tier', () => {
    expect(wait({ stage: 'invited' }).turn).toBe('vendor');
    expect(wait({ stage: 'filling_in' }).turn).toBe('vendor');
    expect(wait({ stage: 'decision' }).for).toBe('decision_second_person');
    expect(wait({ stage: 'decision', tier: 'strategic' }).for).toBe('decision_manager');
    expect(wait({ stage: 'admitted', status: 'approved' }).for).toBe('contract');
    expect(wait({ stage: 'admitted', status: 'conditional' })).toMatchObject({
      for: 'conditions',
      turn: 'vendor',
    });
    expect(wait({ stage: 'rejected', status: 'rejected' }).turn).toBe('nobody');
  });
});
