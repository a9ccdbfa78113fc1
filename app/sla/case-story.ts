/** An event of a case as its history tells it. */
export type StoryEvent = {
  id: number;
  at: string;
  kind: string;
  details: Record<string, unknown>;
};

/** One line of the story: an event, or several of one kind at one time, with their months. */
export type StoryLine<E extends StoryEvent> = E & { periods: number[]; count: number };

const GATHERED = ['breach_added', 'breach_withdrawn'];

/** The events as a reader follows them: breaches that one evaluation opened or withdrew are told in one line. */
export function storyOf<E extends StoryEvent>(events: readonly E[]): StoryLine<E>[] {
  const lines: StoryLine<E>[] = [];
  for (const event of events) {
    const period = event.details['period'];
    const periods = typeof period === 'number' ? [period] : [];
    const last = lines.at(-1);
    if (last && last.kind === event.kind && last.at === event.at && GATHERED.includes(event.kind)) {
      last.periods.push(...periods);
      last.count += 1;
    } else lines.push({ ...event, periods, count: 1 });
  }
  return lines;
}
