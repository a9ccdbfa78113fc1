import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canSubmit,
  companyState,
  isOpenForVendor,
  progressPercent,
  sections,
  sectionState,
  unfinished,
  type SectionFacts,
} from './section';

const whole = (change: Partial<SectionFacts> = {}): SectionFacts[] =>
  sections.map((section) => ({
    section,
    done: 1,
    total: 1,
    nothing: false,
    remark: null,
    isReturned: false,
    ...(section === 'subcontractors' ? change : {}),
  }));

describe('a part', () => {
  it.each([
    [{ done: 0 }, 'empty'],
    [{ done: 1, total: 2 }, 'started'],
    [{ done: 2, total: 2 }, 'complete'],
    [{ done: 0, nothing: true }, 'complete'],
    [{ done: 1, total: 2, nothing: true }, 'started'],
    [{ done: 1, isReturned: true }, 'returned'],
  ])('%j is %s', (change, state) => {
    const facts = whole(change).find(({ section }) => section === 'subcontractors')!;
    expect(sectionState(facts)).toBe(state);
  });
});

describe('a description', () => {
  it('is submitted when every part is complete, and again when parts were sent back', () => {
    expect(canSubmit('prospect', whole())).toBe(true);
    expect(canSubmit('prospect', whole({ done: 0 }))).toBe(false);
    expect(canSubmit('screening', whole())).toBe(false);
    expect(canSubmit('screening', whole({ isReturned: true }))).toBe(true);
    expect(canSubmit('active', whole())).toBe(false);
    expect(unfinished(whole({ done: 0 }))).toEqual(['subcontractors']);
  });

  it('rests with us while it is screened, but for what was sent back', () => {
    const back = whole({ isReturned: true });
    expect(companyState('screening', back)).toBe('returned');
    expect(isOpenForVendor('returned', { isReturned: true })).toBe(true);
    expect(isOpenForVendor('returned', { isReturned: false })).toBe(false);
    expect(isOpenForVendor('submitted', { isReturned: false })).toBe(false);
    expect(isOpenForVendor('admitted', { isReturned: false })).toBe(true);
  });

  it('is at 100 percent exactly when nothing is unfinished', () => {
    const count = fc.integer({ min: 0, max: 60 });
    const facts = fc.tuple(
      ...sections.map((section) =>
        fc.record({
          section: fc.constant(section),
          done: count,
          total: fc.integer({ min: 1, max: 60 }),
          nothing: fc.boolean(),
          remark: fc.constant(null),
          isReturned: fc.boolean(),
        }),
      ),
    );
    fc.assert(
      fc.property(facts, (all) => {
        const percent = progressPercent(all);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(percent === 100).toBe(unfinished(all).length === 0);
      }),
    );
  });
});
