import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterBreach,
  type CaseFacts,
  type CaseMove,
  caseMoves,
  type CaseParty,
  caseStates,
  type CaseStep,
  isOver,
  moveCase,
  movesOpenTo,
} from './case';
import { facts, passed } from '../../tests/cases/breach-case';

function step(by: CaseParty, more: Partial<CaseStep> = {}): CaseStep {
  return { by, personId: 1, asOf: '2024-01-15', text: 'because', evaluations: passed, ...more };
}

function codeOf(state: CaseFacts['state'], move: CaseMove, given: CaseStep, more = {}) {
  const moved = moveCase({ ...facts, state, ...more }, move, given);
  return moved.ok ? moved.value.state : moved.reason.code;
}

describe('who may move a case from where to where', () => {
  const allowed = [
    'vendor acknowledge open acknowledged',
    'vendor submit_plan open plan_submitted',
    'vendor submit_plan acknowledged plan_submitted',
    'vendor dispute open disputed',
    'vendor dispute acknowledged disputed',
    'manager accept_plan plan_submitted plan_accepted',
    'manager return_plan plan_submitted acknowledged',
    'manager verify plan_accepted verifying',
    'manager close verifying closed',
    'manager uphold_dispute disputed excused',
    'manager reject_dispute disputed acknowledged',
    ...['open', 'acknowledged', 'plan_submitted', 'plan_accepted', 'verifying'].flatMap((state) => [
      `manager excuse ${state} excused`,
      `manager waive ${state} waived`,
    ]),
    'clock accept_by_silence plan_submitted plan_accepted',
    'clock verify plan_accepted verifying',
    'clock close verifying closed',
  ];

  it('is this and nothing else', () => {
    const found: string[] = [];
    for (const by of ['vendor', 'manager', 'clock'] as const)
      for (const move of caseMoves)
        for (const state of caseStates) {
          const asOf = move === 'accept_by_silence' ? '2024-03-01' : '2024-01-15';
          const moved = moveCase({ ...facts, state }, move, step(by, { asOf }));
          if (moved.ok) found.push(`${by} ${move} ${state} ${moved.value.state}`);
        }
    expect(found.sort()).toEqual([...allowed].sort());
  });

  it('says whether it is the wrong person or the wrong moment', () => {
    expect(codeOf('open', 'acknowledge', step('manager'))).toBe('case_not_yours');
    expect(codeOf('verifying', 'acknowledge', step('vendor'))).toBe('case_wrong_state');
  });

  it('a case that is over stays so', () => {
    expect(caseStates.filter(isOver)).toEqual(['closed', 'excused', 'waived']);
    for (const state of caseStates.filter(isOver))
      for (const by of ['vendor', 'manager', 'clock'] as const)
        expect(movesOpenTo({ ...facts, state }, step(by))).toEqual([]);
  });

  it('offers a page the moves of the day', () => {
    expect(movesOpenTo(facts, step('vendor'))).toEqual(['acknowledge', 'submit_plan', 'dispute']);
    expect(movesOpenTo(facts, step('vendor', { asOf: '2024-01-27' }))).toEqual([
      'acknowledge',
      'submit_plan',
    ]);
    expect(
      movesOpenTo({ ...facts, state: 'verifying' }, step('manager', { evaluations: [] })),
    ).toEqual(['excuse', 'waive']);
  });
});

describe('what comes due next', () => {
  it.each<[CaseFacts['state'], CaseMove, CaseParty, string | null]>([
    ['open', 'acknowledge', 'vendor', '2024-01-26'],
    ['open', 'submit_plan', 'vendor', '2024-01-29'],
    ['plan_submitted', 'return_plan', 'manager', '2024-01-29'],
    ['disputed', 'reject_dispute', 'manager', '2024-01-29'],
    ['plan_submitted', 'accept_plan', 'manager', null],
    ['open', 'dispute', 'vendor', null],
    ['open', 'waive', 'manager', null],
  ])('%s: %s', (state, move, by, expected) => {
    const moved = moveCase({ ...facts, state }, move, step(by));
    expect(moved.ok && moved.value.dueOn).toBe(expected);
  });
});

describe('a text has to come with', () => {
  it.each<[CaseFacts['state'], CaseMove, CaseParty, string]>([
    ['open', 'dispute', 'vendor', 'evidence_required'],
    ['plan_submitted', 'return_plan', 'manager', 'reason_required'],
    ['disputed', 'uphold_dispute', 'manager', 'reason_required'],
    ['disputed', 'reject_dispute', 'manager', 'reason_required'],
    ['open', 'excuse', 'manager', 'reason_required'],
    ['open', 'waive', 'manager', 'reason_required'],
  ])('%s: %s', (state, move, by, code) => {
    expect(codeOf(state, move, step(by, { text: '  ' }))).toBe(code);
    expect(codeOf(state, move, step(by, { text: 'because' }))).not.toBe(code);
  });
});

describe('a dispute', () => {
  it.each([
    ['2024-01-26', 'disputed'],
    ['2024-01-27', 'dispute_too_late'],
  ])('of a breach of 12 January on %s: %s', (asOf, expected) => {
    expect(codeOf('open', 'dispute', step('vendor', { asOf }))).toBe(expected);
  });

  it.each([
    ['nobody decided before', null, 'excused'],
    ['somebody else decided before', 2, 'excused'],
    ['the same person decided before', 1, 'dispute_needs_another'],
  ])('is ruled on where %s', (_, deciderId, expected) => {
    expect(codeOf('disputed', 'uphold_dispute', step('manager'), { deciderId })).toBe(expected);
    expect(codeOf('disputed', 'reject_dispute', step('manager'), { deciderId })).toBe(
      expected === 'excused' ? 'acknowledged' : expected,
    );
  });
});

describe('silence', () => {
  it.each([
    ['2024-01-26', 'answer_not_overdue'],
    ['2024-01-27', 'plan_accepted'],
  ])('since Friday 12 January on %s: %s', (asOf, expected) => {
    expect(codeOf('plan_submitted', 'accept_by_silence', step('clock', { asOf }))).toBe(expected);
  });

  it('accepts no plan that never came', () => {
    const given = step('clock', { asOf: '2024-03-01' });
    expect(codeOf('plan_submitted', 'accept_by_silence', given, { planSubmittedOn: null })).toBe(
      'answer_not_overdue',
    );
  });
});

describe('the corrective steps', () => {
  it.each<[CaseParty, string, string]>([
    ['clock', '2024-02-09', 'steps_not_over'],
    ['clock', '2024-02-10', 'verifying'],
    ['manager', '2024-01-15', 'verifying'],
  ])('planned until 9 February: the %s on %s: %s', (by, asOf, expected) => {
    const more = { correctedBy: '2024-02-09' };
    expect(codeOf('plan_accepted', 'verify', step(by, { asOf }), more)).toBe(expected);
  });

  it('are what comes due once the plan is accepted', () => {
    const planned = { ...facts, state: 'plan_submitted' as const, correctedBy: '2024-02-09' };
    const moved = moveCase(planned, 'accept_plan', step('manager'));
    expect(moved.ok && moved.value.dueOn).toBe('2024-02-09');
  });
});

describe('the end of verification', () => {
  it('a case is closed after three and not after two', () => {
    expect(codeOf('verifying', 'close', step('clock'))).toBe('closed');
    expect(codeOf('verifying', 'close', step('manager', { evaluations: passed.slice(1) }))).toBe(
      'not_verified',
    );
  });
});

describe('another failed period', () => {
  it('sends a case that was being verified back for a new plan', () => {
    expect(afterBreach({ state: 'verifying', dueOn: null }, '2024-01-15')).toEqual({
      state: 'acknowledged',
      dueOn: '2024-01-29',
    });
  });

  it.each(caseStates.filter((state) => state !== 'verifying'))('leaves %s as it was', (state) => {
    expect(afterBreach({ state, dueOn: '2024-01-26' }, '2024-01-15')).toEqual({
      state,
      dueOn: '2024-01-26',
    });
  });
});

it('no series of moves leaves a case without anybody to move it before it is over', () => {
  const turns = fc.array(
    fc.record({
      move: fc.constantFrom(...caseMoves),
      by: fc.constantFrom('vendor' as const, 'manager' as const, 'clock' as const),
    }),
  );
  fc.assert(
    fc.property(turns, (all) => {
      const end = all.reduce((now, { move, by }) => {
        const moved = moveCase(now, move, step(by));
        return moved.ok ? { ...now, state: moved.value.state, dueOn: moved.value.dueOn } : now;
      }, facts);
      const open = (['vendor', 'manager'] as const).flatMap((by) => movesOpenTo(end, step(by)));
      expect(open.length === 0).toBe(isOver(end.state));
    }),
  );
});
