import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { mails } from '~db/schema/notifications';
import { freshStore } from '../../tests/database';
import { deliverOutbox, waitMinutes } from './deliver-outbox.server';
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

describe('the outbox', () => {
  it('delivers over SMTP once, however often it runs and however many do', async () => {
    const { store, queue } = await storeWithMail('due:2023-12');
    await queue();
    const { received, postman } = await smtpServer(() => true);
    const runs = await Promise.all([1, 2, 3].map(() => deliverOutbox(store, now, postman)));
    expect(runs.map((counts) => ('sent' in counts ? counts.sent : -1)).sort()).toEqual([0, 0, 1]);
    expect(await deliverOutbox(store, now, postman)).toEqual({ sent: 0, postponed: 0, failed: 0 });
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
    expect(await deliverOutbox(store, now, postman)).toEqual({ sent: 0, postponed: 1, failed: 0 });
    const [waiting] = await store.read.select().from(mails);
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1 });
    expect(waiting?.nextAttemptAt).toBe('2024-01-12T08:01:00.000Z');
    up = true;
    const later = new Date('2024-01-12T09:00:00Z');
    expect(await deliverOutbox(store, later, postman)).toEqual({
      sent: 1,
      postponed: 0,
      failed: 0,
    });
    expect(received).toHaveLength(1);
  });

  it('keeps mail to be read where there is nothing to deliver with', async () => {
    const { store } = await storeWithMail();
    expect(await deliverOutbox(store, now, null)).toEqual({ kept: 1 });
    expect(await store.read.select({ state: mails.state }).from(mails)).toEqual([
      { state: 'kept' },
    ]);
  });

  it('doubles the wait up to six hours', () => {
    expect([1, 2, 3, 9, 10, 12].map(waitMinutes)).toEqual([1, 2, 4, 256, 360, 360]);
  });
});
