import { describe, expect, it } from 'vitest';
import { latestSlot, nextSlot, slotsBetween } from './slot';

const at = (instant: string) => new Date(instant);

describe('slots', () => {
  it.each([
    ['0 6 * * *', '2024-01-12T06:00:00.000Z', '2024-01-12T06:00:00.000Z'],
    ['0 6 * * *', '2024-01-12T05:59:59.000Z', '2024-01-11T06:00:00.000Z'],
    ['* * * * *', '2024-01-12T00:00:30.000Z', '2024-01-12T00:00:00.000Z'],
    ['0 0 1 * *', '2024-03-15T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['0 0 29 2 *', '2024-12-31T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
    ['0 0 29 2 *', '2026-12-31T00:00:00.000Z', null],
  ])('%s at %s was last due %s', (expression, now, slot) => {
    expect(latestSlot(expression, at(now))).toBe(slot);
  });

  it('the next slot lies after now, also when now is a slot', () => {
    expect(nextSlot('0 6 * * *', at('2024-01-12T06:00:00.000Z'))).toBe('2024-01-13T06:00:00.000Z');
  });

  it('ten days off leave ten slots', () => {
    const slots = slotsBetween('0 6 * * *', at('2024-01-02T06:00:00Z'), at('2024-01-12T06:00:00Z'));
    expect(slots).toHaveLength(10);
    expect(slots[0]).toBe('2024-01-03T06:00:00.000Z');
  });
});
