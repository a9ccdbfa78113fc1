import { expect, it, vi } from 'vitest';
import { holding, connectionState, onConnection, readAgain, tryAgain } from './connection';

const away = () => Promise.reject(new TypeError('Failed to fetch'));
const soon = () => new Promise((resolve) => setTimeout(resolve));

it('what a page sends waits while the network is away, and goes once it is tried again', async () => {
  const send = vi.fn<typeof fetch>();
  send.mockImplementationOnce(away).mockImplementationOnce(away);
  send.mockResolvedValue(new Response('there'));
  const seen: string[] = [];
  const stop = onConnection(() => seen.push(connectionState()));
  const answer = holding(send)('/reports/1/submission.data', { method: 'post', body: 'a=1' });
  await soon();
  expect(connectionState()).toBe('unanswered');
  tryAgain();
  await soon();
  expect(connectionState()).toBe('unanswered');
  tryAgain();
  expect(await (await answer).text()).toBe('there');
  expect(connectionState()).toBe('there');
  expect(send).toHaveBeenCalledTimes(3);
  expect(send).toHaveBeenLastCalledWith('/reports/1/submission.data', {
    method: 'post',
    body: 'a=1',
  });
  expect(seen).toEqual(['unanswered', 'there', 'unanswered', 'there']);
  stop();
});

it('once the network is back, what reads is asked for again, and nothing that may have arrived is sent twice', async () => {
  const send = vi.fn<typeof fetch>();
  send.mockImplementationOnce(away).mockImplementationOnce(away).mockImplementationOnce(away);
  send.mockImplementation(() => Promise.resolve(new Response('there')));
  const page = holding(send)('/reports.data');
  const asked = holding(send)(new Request('http://page/vendors.data'));
  await soon();
  expect(connectionState()).toBe('lost');
  const entered = holding(send)(new Request('http://page/actions/new.data', { method: 'POST' }));
  await soon();
  expect(connectionState()).toBe('unanswered');
  readAgain();
  expect((await Promise.all([page, asked])).every(({ ok }) => ok)).toBe(true);
  await soon();
  expect(send).toHaveBeenCalledTimes(5);
  expect(connectionState()).toBe('unanswered');
  tryAgain();
  expect((await entered).ok).toBe(true);
  expect(send).toHaveBeenCalledTimes(6);
  expect(connectionState()).toBe('there');
});

it('what the page no longer wants is let go', async () => {
  const leaving = new AbortController();
  const answer = holding(away)('/reports.data', { signal: leaving.signal });
  await soon();
  leaving.abort();
  await expect(answer).rejects.toThrow();
  expect(connectionState()).toBe('there');
});

it('other requests, and other failures, are answered at once', async () => {
  await expect(holding(away)('/reviews/1/notes/summary')).rejects.toThrow('Failed to fetch');
  const broken = () => Promise.reject(new Error('broken'));
  await expect(holding(broken)('/reports.data')).rejects.toThrow('broken');
  expect(connectionState()).toBe('there');
});
