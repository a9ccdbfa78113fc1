import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actions } from '~db/schema/actions';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/casts/review-cast';
import { chaseActions } from './chase-actions.server';
import { moveAction } from './move-action.server';
import { promiseAction } from './promise-action.server';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const at = testNow.toISOString();
const run = (day: string) => chaseActions(store, new Date(`${day}T06:45:00.000Z`), day);

async function owe(...owed: Partial<typeof actions.$inferInsert>[]): Promise<void> {
  const vendorId = cast.vendor.brittle.id;
  await store.transact((tx) =>
    tx.insertMany(
      actions,
      owed.map((action) => ({
        ...{ vendorId, origin: 'review', originId: 1, title: 'Rest crews', side: 'vendor' },
        ...{ dueOn: '2024-01-31', createdAt: at, ...action },
      })),
    ),
  );
}

const letters = () =>
  store.read
    .select({ to: mails.toAddress, subject: mails.subject, body: mails.body, of: mails.vendorId })
    .from(mails)
    .orderBy(asc(mails.toAddress), asc(mails.createdAt));

describe('the job that chases actions', () => {
  it('writes to who owes them, one letter each, in their language', async () => {
    const { mona, pablo } = cast.person;
    await owe(
      {},
      { title: 'Show the hubs', dueOn: '2024-01-30' },
      { side: 'ours', ownerId: pablo.id, title: 'Send the forecast' },
      { origin: 'risk', side: 'vendor', title: 'Look for a second depot' },
    );
    expect(await run('2024-02-01')).toEqual({ actionsChased: 4 });
    const sent = await letters();
    expect(sent.map(({ to }) => to)).toEqual([
      'bruno@example.com',
      'marek@example.com',
      mona.email,
      pablo.email,
    ]);
    const [bruno, , managers, owner] = sent;
    expect(bruno).toMatchObject({
      subject: '2 项行动即将到期或已逾期',
      of: cast.vendor.brittle.id,
    });
    expect(bruno?.body).toContain('2024年1月30日，已逾期 2 天：Show the hubs（Brittle Freight）');
    expect(bruno?.body).not.toContain('depot');
    expect(managers?.body).toContain('Look for a second depot');
    expect(owner?.body).toContain('31 Jan 2024, 1 day late: Send the forecast (Brittle Freight)');
  });

  it('writes each letter once, and anew when the day moves; never about what is done', async () => {
    await owe({}, { doneAt: at }, { cancelledAt: at }, { dueOn: null });
    const counts = [];
    for (const day of ['2024-01-27', '2024-01-28', '2024-01-28', '2024-01-31', '2024-02-01'])
      counts.push((await run(day)).actionsChased);
    expect(counts).toEqual([0, 1, 0, 0, 1]);
    await store.transact(async (tx) => {
      await tx.update(actions).set({ dueOn: '2024-02-03' });
    });
    expect(await run('2024-02-02')).toEqual({ actionsChased: 2 });
    expect(await letters()).toHaveLength(3);
  });
});

describe('an action given to somebody', () => {
  it('is told to the vendor, or to the person of ours, and not to who gave it to themselves', async () => {
    const { mona, pablo } = cast.person;
    const act = actOf(mona);
    const input = { title: 'Rest crews', side: 'vendor', ownerName: 'Bruno', dueOn: '2024-02-10' };
    const promised = await promiseAction(store, act, cast.vendor.brittle.id, input);
    const actionId = promised.ok ? promised.value : 0;
    expect((await letters()).map(({ to, subject }) => [to, subject])).toEqual([
      ['bruno@example.com', '新的行动项：Rest crews'],
    ]);
    const giveTo = (ownerId: number, dueOn = '2024-02-10') =>
      moveAction(
        store,
        act,
        { actionId, input: { side: 'ours', ownerId: String(ownerId), dueOn } },
        {},
      );
    await giveTo(pablo.id);
    await giveTo(pablo.id, '2024-02-12');
    await giveTo(mona.id);
    expect((await letters()).map(({ to }) => to)).toEqual(['bruno@example.com', pablo.email]);
  });
});
