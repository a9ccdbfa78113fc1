import { tierTable, type Tier } from '~/vendors/tier';
import type { VendorStatus } from '~/vendors/vendor';

/** Where a vendor on its way in stands, in the order in which it goes. */
export const stages = [
  'invited',
  'filling_in',
  'screening',
  'assessment',
  'decision',
  'admitted',
  'rejected',
] as const;
export type Stage = (typeof stages)[number];

/** Statuses of vendors that are on the board: on the way in, or let in and not yet at work. */
export const pipelineStatuses = [
  'prospect',
  'screening',
  'approved',
  'conditional',
  'rejected',
] as const satisfies readonly VendorStatus[];

export type PipelineFacts = {
  stage: Stage;
  status: VendorStatus;
  tier: Tier | null;
  checks: number;
  missingChecks: number;
  waitingChecks: number;
  openHits: number;
};

/** What keeps a vendor where it is, with a count where there are several, and who has to move. */
export type Wait = {
  for:
    | 'sign_in'
    | 'description'
    | 'tier'
    | 'checks_to_open'
    | 'hits'
    | 'sign_off'
    | 'checks'
    | 'assessment'
    | 'decision_manager'
    | 'decision_second_person'
    | 'conditions'
    | 'contract'
    | 'nothing';
  count: number;
  turn: 'vendor' | 'us' | 'nobody';
};

/** What a vendor waits for: the first thing that nobody can go past. */
export function waitOf(facts: PipelineFacts): Wait {
  const us = (what: Wait['for'], count = 0): Wait => ({ for: what, count, turn: 'us' });
  switch (facts.stage) {
    case 'invited':
      return { for: 'sign_in', count: 0, turn: 'vendor' };
    case 'filling_in':
      return { for: 'description', count: 0, turn: 'vendor' };
    case 'screening':
      if (facts.tier === null) return us('tier');
      if (facts.openHits > 0) return us('hits', facts.openHits);
      if (facts.checks === 0) return us('checks_to_open');
      return facts.waitingChecks === facts.missingChecks
        ? us('sign_off', facts.waitingChecks)
        : us('checks', facts.missingChecks);
    case 'assessment':
      return us('assessment');
    case 'decision':
      return us(
        facts.tier !== null && tierTable[facts.tier].approver === 'second_person'
          ? 'decision_second_person'
          : 'decision_manager',
      );
    case 'admitted':
      return facts.status === 'conditional'
        ? { for: 'conditions', count: 0, turn: 'vendor' }
        : us('contract');
    case 'rejected':
      return { for: 'nothing', count: 0, turn: 'nobody' };
  }
}
