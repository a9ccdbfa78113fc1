import { count, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listAudit, auditListSpec } from '~/audit/audit-queries.server';
import { record } from '~/audit/record.server';
import { verifyChain } from '~/audit/verify-chain.server';
import { everything, visitorAct } from '~/auth/act';
import { sendAgain } from '~/notifications/send-again.server';
import { parseListQuery } from '~/shared/list-query';
import { randomId } from '~db/columns';
import { sessions, settings, signInLinks } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { clearExpired } from './clear-expired.server';
import { attemptMonth, clearedBefore, usualRetention } from './retention';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const nothing = { lettersCleared: 0, sessionsCleared: 0, linksCleared: 0, attemptsErased: 0 };
const old = clearedBefore(testNow, usualRetention.letterDays + 1);

function letter(
  state: 'sent' | 'kept' | 'queued' | 'failed',
  createdAt: string,
): typeof mails.$inferInsert {
  return {
    ...{ id: randomId(), state, createdAt, nextAttemptAt: createdAt, toAddress: 'a@b.example' },
    ...{ locale: 'en', template: 'test', subject: 'S', body: 'Dear A', params: { name: 'A' } },
  };
}

describe('what is kept for a time', () => {
  it('goes when it is over, in chunks, and the second run does nothing', async () => {
    const many = Array.from({ length: 1203 }, () => letter('sent', old));
    const others = [
      letter('kept', old),
      letter('queued', old),
      letter('failed', old),
      letter('sent', clearedBefore(testNow, 10)),
    ];
    await store.transact((tx) => tx.insertMany(mails, [...many, ...others]));
    expect(await clearExpired(store, testNow)).toEqual({ ...nothing, lettersCleared: 1205 });
    expect(await clearExpired(store, testNow)).toEqual(nothing);
    const left = await store.read
      .select({ state: mails.state, body: mails.body, params: mails.params, rows: count() })
      .from(mails)
      .where(eq(mails.body, ''))
      .groupBy(mails.state, mails.body, mails.params)
      .orderBy(mails.state);
    expect(left).toEqual([
      { state: 'failed', body: '', params: {}, rows: 1 },
      { state: 'kept', body: '', params: {}, rows: 1 },
      { state: 'sent', body: '', params: {}, rows: 1203 },
    ]);
    const act = { actor: { kind: 'command' }, now: testNow, scope: everything } as const;
    const again = await sendAgain(store, act, others[0]?.id ?? 0);
    expect(again).toMatchObject({ ok: false, reason: { code: 'mail_cleared' } });
  });

  it('is sessions and links after their end, by the clock of the machine', async () => {
    const { id: personId } = cast.person.mona;
    const day = (days: number) => clearedBefore(new Date(), days);
    const session = (tokenHash: string, expiresAt: string) => ({
      ...{ tokenHash, personId, createdAt: day(90), lastSeenAt: day(60), expiresAt },
    });
    await store.transact(async (tx) => {
      await tx.insert(sessions).values([session('over', day(31)), session('ended', day(29))]);
      await tx.insert(signInLinks).values([
        { tokenHash: 'over', personId, createdAt: day(90), expiresAt: day(31) },
        { tokenHash: 'open', personId, createdAt: day(0), expiresAt: day(-1) },
      ]);
    });
    const cleared = await clearExpired(store, testNow);
    expect(cleared).toEqual({ ...nothing, sessionsCleared: 1, linksCleared: 1 });
    const kept = await store.read.select({ hash: sessions.tokenHash }).from(sessions);
    expect(kept).toEqual([{ hash: 'ended' }]);
  });

  it('is the address of a stranger in the audit trail, month by month, the chain whole', async () => {
    const tried = (now: Date, address: string) =>
      store.transact((tx) =>
        record(tx, visitorAct(now, address), {
          ...{ action: 'person.sign_in_failed', entity: 'person', entityId: cast.person.mona.id },
        }),
      );
    await tried(new Date(clearedBefore(testNow, usualRetention.attemptDays + 40)), '192.0.2.1');
    await tried(testNow, '192.0.2.2');
    const query = parseListQuery(new URLSearchParams('sort=at'), auditListSpec);
    const addresses = async () =>
      (await listAudit(store.read, everything, query)).map(({ address }) => address);
    expect(await addresses()).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(await clearExpired(store, testNow)).toEqual({ ...nothing, attemptsErased: 1 });
    expect(await addresses()).toEqual([{ unreadable: 'erased' }, '192.0.2.2']);
    expect(await verifyChain(store.read)).toMatchObject({ entries: 2, brokenAt: null });
    expect(await clearExpired(store, testNow)).toEqual(nothing);
  });

  it('is kept for as long as the settings say', async () => {
    await store.transact(async (tx) => {
      await tx.insertMany(mails, [letter('sent', clearedBefore(testNow, 10))]);
      await tx.insert(settings).values({
        ...{ name: 'retention', changedAt: testNow.toISOString() },
        value: { ...usualRetention, letterDays: 9 },
      });
    });
    expect(await clearExpired(store, testNow)).toEqual({ ...nothing, lettersCleared: 1 });
  });

  it('is counted in days before now, months by their name', () => {
    expect(clearedBefore(new Date('2024-03-01T06:00:00.000Z'), 1)).toBe('2024-02-29T06:00:00.000Z');
    expect(attemptMonth('2024-02-29T06:00:00.000Z')).toBe('2024-02');
  });
});
