import { beforeEach } from 'vitest';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../cast';
import { freshStore } from '../database';
import { everything, visitorAct, type Act } from '~/auth/act';

export let store: Store;
export let cast: Cast;

/** Begins each test with the cast. */
export function peopleForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
  });
}

export const from = { address: '127.0.0.1', agent: 'test' };

export const door = visitorAct(testNow, '127.0.0.1');

export const actOf = ({ id, name, role }: CastPerson): Act => ({
  actor: { kind: 'person', personId: id, name, role, address: '127.0.0.1' },
  now: testNow,
  scope: everything,
});

export const codeOf = (outcome: { ok: true } | { ok: false; reason: { code: string } }) =>
  outcome.ok ? 'done' : outcome.reason.code;

export const newPassword = 'a wholly other phrase';

export const mailedToken = async () => {
  const [mail] = await store.read.select().from(mails);
  return /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
};
