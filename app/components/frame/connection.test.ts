import { expect, it, vi } from 'vitest';
import { holding, isConnectionLost, onConnection, tryAgain } from './connection';

const away = () => Promise.reject(new TypeError('Failed to fetch'));
const soon = () => new Promise((resolve) => setTimeout(resolve));

it('what a page sends waits while the network is away, and goes once it is tried again', async () => {
  const send = vi.fn<typeof fetch>();
  send.mockImplementationOnce(away).mockImplementationOnce(away);
  send.mockResolvedValue(new Response('there'));
  const seen: boolean[] = [];
  const stop = onConnection(() => seen.push(isConnectionLost()));
  const answer = holding(send)('/reports/1/submission.data', { method: 'post', body: 'a=1' });
  await soon();
  expect(isConnectionLost()).toBe(true);
  tryAgain();
  await soon();
  expect(isConnectionLost()).toBe(true);
  tryAgain();
  expect(await (await answer).text()).toBe('there');
  expect(isConnectionLost()).toBe(false);
  expect(send).toHaveBeenCalledTimes(3);
  expect(send).toHaveBeenLastCalledWith('/reports/1/submission.data', {
    method: 'post',
    body: 'a=1',
  });
  expect(seen).toEqual([true, false, true, false]);
  stop();
});

it('what the page no longer wants is let go', async () => {
  const leaving = new AbortController();
  const answer = holding(away)('/reports.data', { signal: leaving.signal });
  await soon();
  leaving.abort();
  await expect(answer).rejects.toThrow();
  expect(isConnectionLost()).toBe(false);
});

it('other requests, and other failures, are answered at once', async () => {
  await expect(holding(away)('/reviews/1/notes/summary')).rejects.toThrow('Failed to fetch');
  const broken = () => Promise.reject(new Error('broken'));
  await expect(holding(broken)('/reports.data')).rejects.toThrow('broken');
  expect(isConnectionLost()).toBe(false);
});
