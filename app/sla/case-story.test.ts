import { expect, it } from 'vitest';
import { storyOf } from './case-story';

it('tells the breaches of one evaluation in one line, and everything else by itself', () => {
  const [morning, evening] = ['2024-01-12T08:00:00.000Z', '2024-01-12T20:00:00.000Z'];
  const event = (id: number, at: string, kind: string, period?: number) => ({
    id,
    at,
    kind,
    details: period === undefined ? {} : { period },
  });
  const story = storyOf([
    event(1, morning, 'opened'),
    event(2, morning, 'breach_added', 5),
    event(3, morning, 'breach_added', 6),
    event(4, evening, 'breach_added', 7),
    event(5, evening, 'replied'),
    event(6, evening, 'replied'),
  ]);
  expect(story.map(({ id, count, periods }) => [id, count, periods])).toEqual([
    [1, 1, []],
    [2, 2, [5, 6]],
    [4, 1, [7]],
    [5, 1, []],
    [6, 1, []],
  ]);
});
