import { describe, expect, it } from 'vitest';
import { waitOf, type PipelineFacts } from './pipeline';

const screened: PipelineFacts = {
  stage: 'screening',
  status: 'screening',
  tier: 'standard',
  hasExpired: false,
  returned: 0,
  toRead: 0,
  checks: 5,
  missingChecks: 3,
  waitingChecks: 1,
  openHits: 0,
  scoring: null,
  openScores: 0,
  openConditions: 0,
};
const wait = (change: Partial<PipelineFacts>) => waitOf({ ...screened, ...change });

describe('what a newcomer waits for', () => {
  it('is the first thing that nobody can go past', () => {
    expect(wait({ tier: null, openHits: 2 })).toEqual({ for: 'tier', count: 0, turn: 'us' });
    expect(wait({ toRead: 1, openHits: 2 }).for).toBe('reading');
    expect(wait({ openHits: 2 })).toEqual({ for: 'hits', count: 2, turn: 'us' });
    expect(wait({ checks: 0, missingChecks: 0, waitingChecks: 0 }).for).toBe('checks_to_open');
    expect(wait({})).toEqual({ for: 'checks', count: 3, turn: 'us' });
    expect(wait({ missingChecks: 1 })).toEqual({ for: 'sign_off', count: 1, turn: 'us' });
  });

  it('says whose turn it is, and who decides at the tier', () => {
    expect(wait({ stage: 'registered' })).toMatchObject({ for: 'invitation', turn: 'us' });
    expect(wait({ stage: 'invited' })).toMatchObject({ for: 'sign_in', turn: 'vendor' });
    expect(wait({ stage: 'invited', hasExpired: true })).toMatchObject({ turn: 'us' });
    expect(wait({ stage: 'filling_in' }).turn).toBe('vendor');
    expect(wait({ stage: 'filling_in', returned: 2 })).toMatchObject({ for: 'parts', count: 2 });
    expect(wait({ stage: 'assessment' }).for).toBe('assessment');
    expect(wait({ stage: 'assessment', scoring: 'scoring', openScores: 1 })).toMatchObject({
      for: 'scores',
      count: 1,
    });
    expect(wait({ stage: 'assessment', scoring: 'settling' }).for).toBe('conclusion');
    expect(wait({ stage: 'decision' }).for).toBe('decision_second_person');
    expect(wait({ stage: 'decision', tier: 'strategic' }).for).toBe('decision_manager');
    expect(wait({ stage: 'admitted', status: 'approved' }).for).toBe('contract');
    expect(wait({ stage: 'admitted', status: 'conditional', openConditions: 1 })).toMatchObject({
      for: 'conditions',
      turn: 'vendor',
    });
    expect(wait({ stage: 'admitted', status: 'conditional' }).for).toBe('full_admission');
    expect(wait({ stage: 'rejected', status: 'rejected' }).turn).toBe('nobody');
  });
});
