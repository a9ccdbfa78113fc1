import { describe, expect, it, vi } from 'vitest';
import { comingWords, type LoadWords } from './coming-words';

const few = { common: { product: 'Mainstay' } };
const all = { ...few, nav: { desk: 'Desk' } };

function sets(...load: LoadWords[]) {
  const add = vi.fn();
  return { add, ...comingWords(load, add) };
}

describe('words that come after the page', () => {
  it('come one set after the other, each once', async () => {
    const first = vi.fn(() => Promise.resolve({ words: few }));
    const second = vi.fn(() => Promise.resolve({ words: all }));
    const { add, more } = sets(first, second);
    await Promise.all([more(), more()]);
    expect(add.mock.calls).toEqual([[few, false]]);
    await more();
    await more();
    expect(add.mock.calls).toEqual([
      [few, false],
      [all, false],
    ]);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  it('come when one is missed, and who missed it is told', async () => {
    const { add, missed } = sets(() => Promise.resolve({ words: few }));
    expect(missed()).toBe(true);
    await vi.waitFor(() => expect(add.mock.calls).toEqual([[few, true]]));
    expect(missed()).toBe(false);
  });

  it('are asked for again where the network was away', async () => {
    const load = vi.fn<LoadWords>().mockRejectedValueOnce(new TypeError('Failed to fetch'));
    load.mockResolvedValue({ words: few });
    const { add, more, missed } = sets(load);
    await more();
    expect(add).not.toHaveBeenCalled();
    expect(missed()).toBe(true);
    await vi.waitFor(() => expect(add.mock.calls).toEqual([[few, true]]));
  });

  it('go on with the next set where one lacks what was missed', async () => {
    const load: LoadWords[] = [
      () => Promise.resolve({ words: few }),
      () => Promise.resolve({ words: all }),
    ];
    const told: boolean[] = [];
    const coming = comingWords(load, (words, wasMissed) => {
      told.push(wasMissed);
      if (!('nav' in words)) coming.missed(); // What is drawn again still lacks it.
    });
    coming.missed();
    await vi.waitFor(() => expect(told).toEqual([true, true]));
  });
});
