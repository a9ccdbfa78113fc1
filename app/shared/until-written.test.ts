import { expect, it, vi } from 'vitest';
import { untilWritten } from './until-written.server';

const full = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });

it('tries again while the store fails, and not again once it has written', async () => {
  const write = vi.fn<() => Promise<void>>().mockResolvedValue();
  write.mockRejectedValueOnce(full).mockRejectedValueOnce(lost);
  await untilWritten(write);
  expect(write).toHaveBeenCalledTimes(3);
});

it('tries once what fails for another reason', async () => {
  const write = vi.fn<() => Promise<void>>().mockRejectedValue(new TypeError('a bug'));
  await expect(untilWritten(write)).rejects.toThrow('a bug');
  expect(write).toHaveBeenCalledTimes(1);
});

it('told to stop it tries once more at once, and says what was the matter', async () => {
  const ending = new AbortController();
  const write = vi.fn<() => Promise<void>>().mockRejectedValue(full);
  const written = untilWritten(write, ending.signal);
  await vi.waitFor(() => expect(write.mock.calls.length).toBeGreaterThan(1));
  const before = write.mock.calls.length;
  ending.abort();
  await expect(written).rejects.toThrow('disk full');
  expect(write).toHaveBeenCalledTimes(before + 1);
});
