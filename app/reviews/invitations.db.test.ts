import ICAL from 'ical.js';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { asc } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { deliverOutbox } from '~/notifications/deliver-outbox.server';
import { postmanFor } from '~/notifications/smtp.server';
import * as icsRoute from '~/routes/reviews_.$reviewId.ics';
import { periodOf } from '~/shared/period';
import { randomId } from '~db/columns';
import { mails } from '~db/schema/notifications';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { contextFor, visitAs } from '../../tests/visit';
import { cancelReview } from './cancel-review.server';
import { findReview } from './find-review.server';
import { moveReview } from './move-review.server';
import { tellOfReview } from './review-letters.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

let store: Store;
let cast: Cast;
const reviewId = randomId();
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await store.transact((tx) =>
    tx.insert(reviews).values({
      ...{ id: reviewId, vendorId: cast.vendor.brittle.id, quarter: periodOf(2023, 10) },
      ...{ state: 'planned', ownerId: cast.person.mona.id, minutes: 60, place: 'Room 4' },
      // Ten in the morning in New York, in summer time.
      ...{ meetsAt: '2024-04-02T14:00:00.000Z', timeZone: 'America/New_York' },
      ...{ calendarUid: 'review-1@mainstay', createdAt: testNow.toISOString() },
    }),
  );
});

const invite = () =>
  store.transact(async (tx) => {
    const found = await findReview(tx, everything, reviewId);
    if (!found) throw new Error('no review');
    await tellOfReview(tx, act, [found], { template: 'reviewInvitation', key: 'once' });
    await tx.update(reviews).set({ invitedAt: testNow.toISOString() });
  });

const letters = () => store.read.select().from(mails).orderBy(asc(mails.createdAt), asc(mails.id));

function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: component.getFirstPropertyValue('status'),
    organizer: component.getFirstPropertyValue('organizer'),
    attendees: component.getAllProperties('attendee').map((one) => one.getFirstValue()),
    event: new ICAL.Event(component),
  };
}

async function filesTo(address: string) {
  const rows = (await letters()).filter(({ toAddress }) => toAddress === address);
  return rows
    .map(({ attachments }) => read(attachments?.[0]?.content ?? ''))
    .sort((one, other) => one.event.sequence - other.event.sequence);
}

describe('the invitation to a review', () => {
  it('reaches owner and vendor as an event that another library accepts', async () => {
    await invite();
    const rows = await letters();
    expect(rows.map(({ toAddress }) => toAddress).sort()).toEqual([
      'bruno@example.com',
      'mona@example.com',
    ]);
    const [file] = await filesTo('bruno@example.com');
    expect(file?.method).toBe('REQUEST');
    expect(file?.event.uid).toBe('review-1@mainstay');
    expect(file?.event.sequence).toBe(0);
    expect(file?.event.startDate.toJSDate().toISOString()).toBe('2024-04-02T14:00:00.000Z');
    expect(file?.event.duration.toSeconds()).toBe(3600);
    expect(file?.organizer).toBe('mailto:mona@example.com');
    expect(file?.attendees).toEqual(['MAILTO:mona@example.com', 'MAILTO:bruno@example.com']);
    expect(file?.event.summary).toBe('业务回顾会议，2023年第4季度：Brittle Freight');
  });

  it('changes the same event when the meeting is moved, and takes it out when it is called off', async () => {
    await invite();
    const move = { date: '2024-04-09', time: '10:00', reason: 'Strike' };
    expect(await moveReview(store, act, reviewId, move)).toMatchObject({ ok: true });
    expect(await cancelReview(store, act, reviewId, { reason: 'Left' })).toMatchObject({
      ok: true,
    });
    const files = await filesTo('mona@example.com');
    expect(new Set(files.map(({ event }) => event.uid)).size).toBe(1);
    expect(files.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(files.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(files.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(files[1]?.event.startDate.toJSDate().toISOString()).toBe('2024-04-09T14:00:00.000Z');
  });

  it('goes out beside the text of the letter, where mail programs look for it', async () => {
    await invite();
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString());
          callback();
        });
      },
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    const postman = postmanFor(`smtp://127.0.0.1:${port}`, undefined);
    expect(await deliverOutbox({ store, runner: 1, now: testNow, postman })).toMatchObject({
      sent: 2,
    });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    for (const letter of received) {
      expect(letter).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
      expect(letter).toContain('filename=review.ics');
    }
  });

  it('can be saved from the portal by those who see the review, and by nobody else', async () => {
    const path = `/reviews/${reviewId}/ics`;
    const own = await visitAs(contextFor(store), cast.person.bruno);
    const answer = await own.load(icsRoute, path, { reviewId });
    expect(answer.headers.get('Content-Type')).toContain('text/calendar');
    expect(read(String(answer.body)).event.uid).toBe('review-1@mainstay');
    const other = await visitAs(contextFor(store), cast.person.hanna);
    expect((await other.load(icsRoute, path, { reviewId })).status).toBe(404);
  });
});
