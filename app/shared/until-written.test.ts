import { expect, it, vi } from 'vitest';
import { untilWritten } from './until-written.server';

const full = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });

it('tries again while the store fails, and not again once it has written', async () => {
  const write = vi.fn<() => Promise<void>>().mockResolvedValue();
  write.mockRejectedValueOnce(full).mockRejectedValueOnce(lost);
  await untilWritten('the end', write);
  expect(write).toHaveBeenCalledTimes(3);
});

it('tries once what fails for another reason', async () => {
  const write = vi.fn<() => Promise<void>>().mockRejectedValue(new TypeError('a bug'));
  await expect(untilWritten('the end', write)).rejects.toThrow('a bug');
  expect(write).toHaveBeenCalledTimes(1);
});

it('told to stop it tries once more at once, and says what was the matter', async () => {
  const ending = new AbortController();
  const write = vi.fn<() => Promise<void>>().mockRejectedValue(full);
  const written = untilWritten('the end', write, { stop: ending.signal });
  await vi.waitFor(() => expect(write.mock.calls.length).toBeGreaterThan(1));
  const before = write.mock.calls.length;
  ending.abort();
  await expect(written).rejects.toThrow('disk full');
  expect(write).toHaveBeenCalledTimes(before + 1);
});

it('says when it begins to wait and when it has written, and nothing of the tries in between', async () => {
  const said: string[] = [];
  const write = vi.fn<() => Promise<void>>().mockResolvedValue();
  write.mockRejectedValueOnce(full).mockRejectedValueOnce(full).mockRejectedValueOnce(lost);
  await untilWritten('the end', write, { log: (line) => said.push(line) });
  expect(write).toHaveBeenCalledTimes(4);
  expect(said).toEqual([
    'the end can’t be written, the disk of the store is full: tried again until it can',
    expect.stringMatching(/^the end: written after 0\.\d s$/),
  ]);
});

it('says nothing where another writer was before it, or where nothing was the matter', async () => {
  const said: string[] = [];
  const write = vi.fn<() => Promise<void>>().mockResolvedValue();
  const log = (line: string) => said.push(line);
  await untilWritten('the end', write, { log });
  write.mockRejectedValueOnce(Object.assign(new Error('deadlock'), { code: '40P01' }));
  await untilWritten('the end', write, { log });
  expect(write).toHaveBeenCalledTimes(3);
  expect(said).toEqual([]);
});
