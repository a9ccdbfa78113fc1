import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { endRunner, showLife } from '~/shared/runner.server';
import { freshStore } from '../../tests/database';
import { failingStore } from '../../tests/stores/failing-store';
import { deliverOutbox, waitMinutes, type Postman } from './deliver-outbox.server';
import { queueMail } from './queue-mail.server';
import { postmanFor } from './smtp.server';

const now = new Date('2024-01-12T08:00:00Z');
const act: Act = { actor: { kind: 'job', job: 'remind' }, now, scope: everything };
const params = {
  vendor: '西南航空',
  contract: 'C-1',
  period: '2023-12',
  due: '2024-01-15',
  link: '/',
};

let server: SMTPServer | undefined;
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  server = undefined;
});

async function smtpServer(accept: () => boolean) {
  const received: string[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (!accept()) return callback(new Error('try again later'));
        received.push(Buffer.concat(chunks).toString());
        callback();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return { received, postman: postmanFor(`smtp://127.0.0.1:${port}`, undefined) };
}

async function storeWithMail(onceKey?: string) {
  const store = await freshStore();
  const queue = () =>
    store.transact((tx) =>
      queueMail(tx, act, [{ personId: null, address: 'ops@example.test', locale: 'zh-CN' }], {
        template: 'reportDueSoon',
        params,
        ...(onceKey !== undefined && { onceKey }),
      }),
    );
  await queue();
  return { store, queue };
}

async function storeWithMails(count: number) {
  const { store } = await storeWithMail('first');
  const rest = Array.from({ length: count - 1 }, (_, index) => index);
  await store.transact((tx) =>
    queueMail(
      tx,
      act,
      rest.map((n) => ({ personId: null, address: `ops${n}@example.test`, locale: 'en' })),
      { template: 'reportDueSoon', params },
    ),
  );
  return { store };
}

const minuteAfter = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function runAs(store: Store, runner: number, postman: Postman | null) {
  await showLife(store, runner);
  return deliverOutbox({ store, runner, now, postman });
}

describe('the outbox', () => {
  it('delivers over SMTP once, however often it runs and however many do', async () => {
    const { store, queue } = await storeWithMail('due:2023-12');
    await queue();
    const { received, postman } = await smtpServer(() => true);
    const runs = await Promise.all([1, 2, 3].map((runner) => runAs(store, runner, postman)));
    expect(runs.map((counts) => ('sent' in counts ? counts.sent : -1)).sort()).toEqual([0, 0, 1]);
    expect(await deliverOutbox({ store, runner: 1, now, postman })).toEqual({
      sent: 0,
      postponed: 0,
      failed: 0,
    });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('To: ops@example.test');
    const [mail] = await store.read.select().from(mails);
    expect(mail).toMatchObject({ state: 'sent', attempts: 1 });
    expect(mail?.body).toContain('西南航空');
  });

  it('waits longer after each refusal and delivers when the server is back', async () => {
    const { store } = await storeWithMail();
    let up = false;
    const { received, postman } = await smtpServer(() => up);
    expect(await deliverOutbox({ store, runner: 1, now, postman })).toEqual({
      sent: 0,
      postponed: 1,
      failed: 0,
    });
    const [waiting] = await store.read.select().from(mails);
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1 });
    expect(waiting?.nextAttemptAt).toBe('2024-01-12T08:01:00.000Z');
    up = true;
    const later = new Date('2024-01-12T09:00:00Z');
    expect(await deliverOutbox({ store, runner: 1, now: later, postman })).toEqual({
      sent: 1,
      postponed: 0,
      failed: 0,
    });
    expect(received).toHaveLength(1);
  });

  it('finds out by one letter that the mail server is down, and delivers each once afterwards', async () => {
    const { store } = await storeWithMails(5);
    const nobody = postmanFor('smtp://127.0.0.1:1', undefined);
    const hour = Array.from({ length: 60 }, (_, minute) => minuteAfter(minute));
    let tries = 0;
    for (const at of hour) {
      const counts = await deliverOutbox({ store, runner: 1, now: at, postman: nobody });
      tries += 'postponed' in counts ? counts.postponed : 0;
      expect(counts).toMatchObject({ sent: 0, failed: 0 });
    }
    // Five letters tried at once and after 1, 2, 4, 8 and 16 minutes, one in a minute.
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThanOrEqual(30);
    const waits = await store.read.select({ attempts: mails.attempts }).from(mails);
    expect(waits.every(({ attempts }) => attempts >= 3)).toBe(true);
    const { received, postman } = await smtpServer(() => true);
    for (let minute = 60; minute < 60 + 64; minute += 1) {
      await deliverOutbox({ store, runner: 1, now: minuteAfter(minute), postman });
    }
    const ids = received.map((letter) => /^Message-ID: (.*)$/im.exec(letter)?.[1]);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });

  it('sends a letter again whose sender died, under the same message id', async () => {
    const { store } = await storeWithMails(1);
    const { received, postman } = await smtpServer(() => true);
    await showLife(store, 7);
    await store.transact(async (tx) => {
      await tx.update(mails).set({ state: 'sending', claimedBy: 7 });
    });
    expect(await deliverOutbox({ store, runner: 1, now, postman })).toMatchObject({ sent: 0 });
    await endRunner(store, 7);
    expect(await deliverOutbox({ store, runner: 1, now, postman })).toMatchObject({ sent: 1 });
    const [mail] = await store.read.select().from(mails);
    expect(received[0]).toContain(`<${mail?.id}@mainstay>`);
  });

  it('sends a letter once, though it takes a while until that can be written down', async () => {
    const { store } = await storeWithMail();
    const { received, postman } = await smtpServer(() => true);
    const claimed = 2; // What was left behind is freed first, then the letter is claimed.
    const failing = failingStore(store, claimed, 3);
    const sent = await deliverOutbox({ store: failing, runner: 1, now, postman });
    expect(sent).toEqual({ sent: 1, postponed: 0, failed: 0 });
    const [mail] = await store.read.select().from(mails);
    expect(mail).toMatchObject({ state: 'sent', attempts: 1 });
    expect(received).toHaveLength(1);
  });

  it('keeps mail to be read where there is nothing to deliver with', async () => {
    const { store } = await storeWithMail();
    expect(await deliverOutbox({ store, runner: 1, now, postman: null })).toEqual({ kept: 1 });
    expect(await store.read.select({ state: mails.state }).from(mails)).toEqual([
      { state: 'kept' },
    ]);
  });

  it('doubles the wait up to six hours', () => {
    expect([1, 2, 3, 9, 10, 12].map(waitMinutes)).toEqual([1, 2, 4, 256, 360, 360]);
  });
});
