import type { Resource } from 'i18next';

export type Words = Resource[string];
export type LoadWords = () => Promise<{ words: Words }>;

/** Words of a language that are not here yet. */
export type ComingWords = {
  /** Fetches the next set, if there is one: once, however often it is asked for. */
  more: () => Promise<void>;
  /** A word was asked for that is not here. Whether it may be among those that now come. */
  missed: () => boolean;
};

/**
 * Sets of words, fetched one after the other. A set that can't be fetched is asked for again the next time.
 *
 * @param add takes a set in; `wasMissed` says whether somebody waits to see its words.
 */
export function comingWords(
  sets: readonly LoadWords[],
  add: (words: Words, wasMissed: boolean) => void,
): ComingWords {
  const waiting = [...sets];
  let wasMissed = false;
  let fetching: Promise<void> | undefined;

  const fetchNext = async (load: LoadWords) => {
    try {
      const { words } = await load();
      waiting.shift();
      fetching = undefined;
      const isAwaited = wasMissed;
      wasMissed = false;
      add(words, isAwaited);
    } catch {
      fetching = undefined; // The network is away: the page itself says so.
    }
  };
  const more = async () => {
    const [next] = waiting;
    if (next) await (fetching ??= fetchNext(next));
  };
  const missed = () => {
    if (waiting.length === 0) return false;
    wasMissed = true;
    void more();
    return true;
  };
  return { more, missed };
}
