import { beforeEach, expect, test } from 'vitest';
import { everything, type Act, type Scope } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { auditEntries } from '~db/schema/audit';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actionListSpec, countActions, listActions } from './action-queries.server';
import { cancelAction, cancelActionsOf } from './cancel-action.server';
import { completeAction, reopenAction } from './complete-action.server';
import { findAction } from './find-action.server';
import { moveAction } from './move-action.server';
import { promiseAction, promiseActions } from './promise-action.server';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

function actOf(person: { id: number; name: string; role: string }, scope: Scope = everything): Act {
  const { id, name, role } = person;
  return {
    actor: { kind: 'person', personId: id, name, role, address: null },
    now: testNow,
    scope,
  };
}

const petra = () => actOf(cast.person.petra);
const own = (vendorId: number): Scope => ({ kind: 'vendor', vendorId });

async function promised(input: Record<string, string> = {}): Promise<number> {
  const outcome = await promiseAction(store, petra(), cast.vendor.harbour.id, {
    title: 'Send the new tariff',
    side: 'vendor',
    ownerName: 'Hanna',
    dueOn: '2024-01-31',
    ...input,
  });
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

const query = (search = '') => parseListQuery(new URLSearchParams(search), actionListSpec);
const listed = async (search = '', scope: Scope = everything, today = '2024-01-12') =>
  (await listActions(store.read, scope, query(search), today)).map(({ action }) => action.title);

test('a promise is ticked off, opened again, moved and called off, each with its entry', async () => {
  const id = await promised();
  expect(await completeAction(store, petra(), id, {})).toEqual({
    ok: true,
    value: { ended: false },
  });
  expect(await findAction(store.read, everything, id)).toMatchObject({
    doneAt: testNow.toISOString(),
    doneBy: cast.person.petra.id,
  });
  await reopenAction(store, petra(), id, {});
  const owner = { side: 'ours', ownerId: String(cast.person.pablo.id), dueOn: '2024-02-10' };
  expect(await moveAction(store, petra(), { actionId: id, input: owner }, {})).toMatchObject({
    ok: true,
  });
  expect(await findAction(store.read, everything, id)).toMatchObject({
    side: 'ours',
    ownerId: cast.person.pablo.id,
    ownerName: null,
    dueOn: '2024-02-10',
  });
  const cancel = (reason: string) => cancelAction(store, petra(), { actionId: id, reason }, {});
  expect(await cancel('  ')).toMatchObject({ reason: { code: 'reason_required' } });
  expect((await cancel('Not needed')).ok).toBe(true);
  expect(await completeAction(store, petra(), id, {})).toMatchObject({
    reason: { code: 'action_cancelled' },
  });
  const entries = await store.read.select().from(auditEntries);
  expect(entries.map(({ action }) => action)).toEqual([
    'action.promised',
    'action.completed',
    'action.reopened',
    'action.moved',
    'action.cancelled',
  ]);
});

test('it goes to people of ours who can act, and to nobody else', async () => {
  const id = await promised();
  for (const person of [cast.person.hanna, cast.person.ada]) {
    const input = { side: 'ours', ownerId: String(person.id), dueOn: '2024-02-10' };
    expect(await moveAction(store, petra(), { actionId: id, input }, {})).toMatchObject({
      reason: { code: 'not_a_choice', field: 'ownerId' },
    });
  }
});

test('a vendor sees and closes what its side has to do, and nothing of others or of ours', async () => {
  const { harbour, brittle } = cast.vendor;
  const theirs = await promised();
  const ours = await promised({ title: 'Pay on time', side: 'ours' });
  const condition = { origin: 'assessment', originId: 1 } as const;
  await store.transact((tx) =>
    promiseActions(tx, petra(), condition, [
      { vendorId: harbour.id, title: 'Insure', side: 'vendor', dueOn: '2024-01-05' },
    ]),
  );
  const hanna = actOf(cast.person.hanna, own(harbour.id));
  const bruno = actOf(cast.person.bruno, own(brittle.id));
  expect(await listed('', own(harbour.id))).toEqual(['Insure', 'Send the new tariff']);
  expect(await listed('', own(brittle.id))).toEqual([]);
  expect(await completeAction(store, bruno, theirs, {})).toMatchObject({
    reason: { code: 'not_found' },
  });
  expect(await completeAction(store, hanna, ours, {})).toMatchObject({
    reason: { code: 'not_found' },
  });
  const [insure] = await listActions(store.read, own(harbour.id), query(), '2024-01-12');
  expect(await completeAction(store, hanna, insure?.action.id ?? 0, {})).toMatchObject({
    reason: { code: 'action_not_yours' },
  });
  expect((await completeAction(store, hanna, theirs, {})).ok).toBe(true);
});

test('the list filters by state, side and owner, and stands in order of due days', async () => {
  await promised({ title: 'Second', dueOn: '2024-02-01' });
  await promised({ title: 'First', dueOn: '2024-01-11', side: 'ours' });
  const over = await promised({ title: 'Over', dueOn: '2024-01-01' });
  await completeAction(store, petra(), over, {});
  expect(await listed()).toEqual(['First', 'Second', 'Over']);
  expect(await listed('state=overdue')).toEqual(['First']);
  expect(await listed('state=open&state=done')).toEqual(['Second', 'Over']);
  expect(await listed('side=ours')).toEqual(['First']);
  expect(await listed('q=SECO')).toEqual(['Second']);
  expect(await listed(`owner=${cast.person.petra.id}`)).toEqual([]);
  expect(await countActions(store.read, everything, query('vendor=HARBOUR'), '2024-01-12')).toBe(3);
});

test('what is open of a record falls away with it, and what is done stays', async () => {
  const record = { origin: 'breach', originId: 7 } as const;
  const step = { vendorId: cast.vendor.harbour.id, side: 'vendor', dueOn: '2024-01-20' } as const;
  await store.transact((tx) =>
    promiseActions(tx, petra(), record, [
      { ...step, title: 'Done' },
      { ...step, title: 'Open' },
    ]),
  );
  const [first] = await listActions(store.read, everything, query(), '2024-01-12');
  await completeAction(store, petra(), first?.action.id ?? 0, {});
  await store.transact((tx) => cancelActionsOf(tx, petra(), { ...record, reason: 'New plan' }));
  expect(await listed('state=done')).toEqual(['Done']);
  expect(await listed('state=cancelled')).toEqual(['Open']);
});

test('a source may refuse and may end with its last action', async () => {
  const id = await promised();
  const said: string[] = [];
  const sources = {
    agreement: {
      refuse: () => Promise.resolve({ ok: false as const, reason: { code: 'switch_over' } }),
    },
  };
  expect(await completeAction(store, petra(), id, sources)).toMatchObject({
    reason: { code: 'switch_over' },
  });
  const ending = {
    agreement: {
      follow: () => {
        said.push('followed');
        return Promise.resolve(true);
      },
    },
  };
  expect(await completeAction(store, petra(), id, ending)).toMatchObject({
    value: { ended: true },
  });
  expect(said).toEqual(['followed']);
});
