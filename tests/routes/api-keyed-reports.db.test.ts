import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { reportProblem } from '~/api/openapi.server';
import { repeatableRequests } from '~db/schema/api';
import { reports } from '~db/schema/kpi';
import { contextFor, programAs } from '../visit';
import {
  programForEach,
  store,
  cast,
  context,
  hanna,
  stopWorker,
  workAgain,
  send,
  row,
  good,
  bodyOf,
  reportCount,
} from './api-report-visits';

programForEach();

const stateOf = async (id: unknown) =>
  (
    await store.read
      .select()
      .from(reports)
      .where(eq(reports.id, Number(id)))
  )[0]?.state;

describe('a report sent under a key', () => {
  const headers = { 'Idempotency-Key': 'december-1' };

  it('has the same answer again, and there is one', async () => {
    const before = await reportCount();
    const first = await send(hanna, { body: good(), headers });
    await store.transact(async (tx) => {
      await tx.update(reports).set({ comment: 'changed since' });
    });
    const later = contextFor(store, { uploads: context.uploads });
    const after = await programAs(later, cast.person.hanna);
    const again = await send(after, { body: good(), headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(bodyOf(again)).toEqual(bodyOf(first));
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await reportCount()).toBe(before + 1);
  });

  it('has the same refusal again', async () => {
    const body = good({ rows: [{ ...row, kpi: 'NO_SUCH' }] });
    const first = await send(hanna, { body, headers });
    const count = await reportCount();
    const again = await send(hanna, { body, headers });
    expect([first.status, again.status]).toEqual([422, 422]);
    expect(bodyOf(again)).toEqual(bodyOf(first));
    expect(await reportCount()).toBe(count);
  });

  it('is refused where the key came with another body', async () => {
    await send(hanna, { body: good(), headers });
    const count = await reportCount();
    const other = await send(hanna, { body: good({ comment: 'other' }), headers });
    expect(other.status).toBe(422);
    expect(reportProblem.parse(bodyOf(other)).code).toBe('key_reused');
    expect(await reportCount()).toBe(count);
    const bruno = await programAs(context, cast.person.bruno);
    const others = await send(bruno, { body: good({ vendor: 'BRITTLE' }), headers });
    expect([others.status, 'another person’s key is another']).toEqual([
      201,
      'another person’s key is another',
    ]);
    const unreadable = await send(hanna, { body: good(), headers: { 'Idempotency-Key': 'a b' } });
    expect([unreadable.status, bodyOf(unreadable)['code']]).toEqual([400, 'key_unreadable']);
  });

  it('is one report, however many ask at the same time', async () => {
    const before = await reportCount();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(hanna, { body: good(), headers })),
    );
    const [first, ...others] = answers.map((answer) => [answer.status, bodyOf(answer)['id']]);
    expect(first?.[0]).toBe(201);
    for (const other of others) expect(other).toEqual(first);
    expect(await reportCount()).toBe(before + 1);
    expect(await stateOf(first?.[1])).toBe('submitted');
  });

  it('goes on where an earlier try broke off', async () => {
    await stopWorker();
    const broken = send(hanna, { body: good(), headers });
    await expect.poll(async () => store.read.$count(reports, eq(reports.channel, 'api'))).toBe(1);
    // The line is gone and the server ends; the report waits in the store for a worker.
    workAgain();
    const again = await send(hanna, { body: good(), headers });
    expect(again.status).toBe(201);
    expect(bodyOf(await broken)).toEqual(bodyOf(again));
    expect(await store.read.$count(reports, eq(reports.channel, 'api'))).toBe(1);
    expect(await store.read.$count(repeatableRequests)).toBe(1);
  });
});
