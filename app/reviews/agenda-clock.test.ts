import { describe, expect, it } from 'vitest';
import { agendaAt, agendaTotal, elapsedAt, minutesBetween, startOf } from './agenda-clock';

describe('the clock of the agenda', () => {
  it('plans an hour', () => {
    expect(agendaTotal).toBe(60);
    expect(startOf('sla')).toBe(0);
    expect(startOf('actions')).toBe(55);
  });

  it('names the point that is due and what it has left', () => {
    expect(agendaAt(0)).toEqual({ item: 'sla', left: 15 });
    expect(agendaAt(14)).toEqual({ item: 'sla', left: 1 });
    expect(agendaAt(15)).toEqual({ item: 'incidents', left: 10 });
    expect(agendaAt(59)).toEqual({ item: 'actions', left: 1 });
  });

  it('counts how far the plan is overrun', () => {
    expect(agendaAt(60)).toEqual({ item: null, left: 0 });
    expect(agendaAt(72)).toEqual({ item: null, left: -12 });
  });

  it('goes on from when the meeting began, whatever was reloaded meanwhile', () => {
    expect(minutesBetween('2023-02-01T10:00:00.000Z', '2023-02-01T10:16:59.000Z')).toBe(16);
    expect(minutesBetween('2023-02-01T10:00:00.000Z', '2023-02-01T09:59:00.000Z')).toBe(0);
  });

  it('runs by the portal’s clock on a page whose own clock is wrong', () => {
    const opened = '2024-01-12T10:00:00.000Z';
    const seen = { now: '2024-01-12T10:12:30.000Z', seenAt: 5_000_000_000 };
    expect(elapsedAt(opened, seen, seen.seenAt)).toBe(12);
    expect(elapsedAt(opened, seen, seen.seenAt + 150_000)).toBe(15);
    expect(elapsedAt(opened, { ...seen, now: opened }, seen.seenAt - 1000)).toBe(0);
  });
});
