import { tierTable, type Tier } from '~/vendors/tier';
import type { VendorStatus } from '~/vendors/vendor';

/**
 * Where a vendor on its way in stands, in the order in which it goes: what has happened to it decides, not what somebody
 * set. Known to us; asked by mail; describing itself, also while parts are sent back; in its checks; being assessed; put
 * before whoever decides; let in, or not.
 */
export const stages = [
  'registered',
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
  /** The open invitations have all run out. */
  hasExpired: boolean;
  /** Parts that were sent back and are with the vendor. */
  returned: number;
  /** A description that came in and that nobody of ours has gone through. */
  toRead: number;
  checks: number;
  missingChecks: number;
  waitingChecks: number;
  openHits: number;
  /** Where the assessment under way stands, if there is one, and how many have not handed their scores in. */
  scoring: 'scoring' | 'settling' | null;
  openScores: number;
  /** Conditions of its admission that are not met yet. */
  openConditions: number;
};

/** What keeps a vendor where it is, with a count where there are several, and who has to move. */
export type Wait = {
  for:
    | 'invitation'
    | 'sign_in'
    | 'new_link'
    | 'description'
    | 'parts'
    | 'reading'
    | 'tier'
    | 'checks_to_open'
    | 'hits'
    | 'sign_off'
    | 'checks'
    | 'assessment'
    | 'scores'
    | 'conclusion'
    | 'decision_manager'
    | 'decision_second_person'
    | 'conditions'
    | 'full_admission'
    | 'contract'
    | 'nothing';
  count: number;
  turn: 'vendor' | 'us' | 'nobody';
};

/** What a vendor waits for: the first thing that nobody can go past. */
export function waitOf(facts: PipelineFacts): Wait {
  switch (facts.stage) {
    case 'registered':
      return us('invitation');
    case 'invited':
      return facts.hasExpired ? us('new_link') : vendor('sign_in');
    case 'filling_in':
      return facts.returned > 0 ? vendor('parts', facts.returned) : vendor('description');
    case 'screening':
      return inScreening(facts);
    case 'assessment':
      if (facts.scoring === null) return us('assessment');
      return facts.scoring === 'scoring' ? us('scores', facts.openScores) : us('conclusion');
    case 'decision':
      return us(
        facts.tier !== null && tierTable[facts.tier].approver === 'second_person'
          ? 'decision_second_person'
          : 'decision_manager',
      );
    case 'admitted':
      if (facts.status !== 'conditional') return us('contract');
      return facts.openConditions > 0
        ? vendor('conditions', facts.openConditions)
        : us('full_admission');
    case 'rejected':
      return { for: 'nothing', count: 0, turn: 'nobody' };
  }
}

const us = (what: Wait['for'], count = 0): Wait => ({ for: what, count, turn: 'us' });
const vendor = (what: Wait['for'], count = 0): Wait => ({ for: what, count, turn: 'vendor' });

function inScreening(facts: PipelineFacts): Wait {
  if (facts.tier === null) return us('tier');
  if (facts.toRead > 0) return us('reading');
  if (facts.openHits > 0) return us('hits', facts.openHits);
  if (facts.checks === 0) return us('checks_to_open');
  return facts.waitingChecks === facts.missingChecks
    ? us('sign_off', facts.waitingChecks)
    : us('checks', facts.missingChecks);
}
