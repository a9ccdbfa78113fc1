import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { tasksFor } from '~/desk/load-desk.server';
import { mails } from '~db/schema/notifications';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf, openReview } from '../../tests/casts/review-cast';
import { closeMeeting } from './close-meeting.server';
import { followRecords } from './follow-records.server';
import { promiseReviewAction } from './promise-review-action.server';
import { signaturesOf } from './record-queries.server';
import { saveNote } from './save-note.server';
import { sendRecord } from './send-record.server';
import { objectToRecord, signReview } from './sign-review.server';

let store: Store;
let cast: Cast;
let mona: Act;
let bruno: Act;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  mona = actOf(cast.person.mona);
  bruno = actOf(cast.person.bruno, cast.vendor.brittle.id);
});

const codeOf = (outcome: { ok: boolean; reason?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.reason?.code;
const after = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const dayAfter = (days: number) => after(days).toISOString().slice(0, 10);

async function stateOf(id: number) {
  const [row] = await store.read.select().from(reviews).where(eq(reviews.id, id));
  return row?.state;
}

async function held(): Promise<number> {
  const id = await openReview(store, mona, cast.vendor.brittle.id);
  await closeMeeting(store, mona, id);
  return id;
}

async function recorded(): Promise<number> {
  const id = await held();
  expect(codeOf(await sendRecord(store, mona, id))).toBe('done');
  return id;
}

async function lettersOf(template: string) {
  const rows = await store.read.select().from(mails).where(eq(mails.template, template));
  return rows.map(({ toAddress }) => toAddress).sort();
}

const unowned = { title: 'Find a depot', side: 'ours', dueOn: '2024-02-01' };

describe('the record', () => {
  it('is sent once, to both sides, and changes no more', async () => {
    const id = await recorded();
    expect(await stateOf(id)).toBe('recorded');
    expect(await lettersOf('reviewRecord')).toContain('bruno@example.com');
    expect(codeOf(await sendRecord(store, mona, id))).toBe('review_not_held');
    const note = { text: 'afterwards', version: '0' };
    expect(codeOf(await saveNote(store, mona, { reviewId: id, agenda: 'sla' }, note))).toBe(
      'review_not_open',
    );
  });

  it('waits while an action has no owner, and names it', async () => {
    const id = await held();
    await promiseReviewAction(store, mona, id, unowned);
    const outcome = await sendRecord(store, mona, id);
    expect(outcome).toMatchObject({
      ok: false,
      reason: { code: 'review_actions_unowned', params: { list: 'Find a depot' } },
    });
    expect(await stateOf(id)).toBe('held');
  });
});

describe('signing', () => {
  it('takes both sides, each once', async () => {
    const id = await recorded();
    expect(codeOf(await signReview(store, bruno, id, {}))).toBe('done');
    expect(await stateOf(id)).toBe('recorded');
    expect(codeOf(await signReview(store, bruno, id, {}))).toBe('review_signed_already');
    expect(codeOf(await signReview(store, mona, id, { comment: 'Thanks' }))).toBe('done');
    expect(await stateOf(id)).toBe('signed');
    expect(codeOf(await signReview(store, mona, id, {}))).toBe('review_not_recorded');
  });

  it('keeps the vendor’s objection in its words', async () => {
    const id = await recorded();
    expect(codeOf(await objectToRecord(store, bruno, id, { comment: '' }))).toBe('required');
    await objectToRecord(store, bruno, id, { comment: 'The strike is not in it' });
    await signReview(store, mona, id, {});
    expect(await stateOf(id)).toBe('signed');
    const theirs = (await signaturesOf(store.read, id)).find(({ side }) => side === 'vendor');
    expect(theirs).toMatchObject({ state: 'objected', comment: 'The strike is not in it' });
  });

  it('is refused for a review with an action that nobody owns', async () => {
    const id = await held();
    await store.transact(async (tx) => {
      await tx
        .update(reviews)
        .set({ state: 'recorded', recordSentAt: testNow.toISOString() })
        .where(eq(reviews.id, id));
    });
    const open = await openReview(store, mona, cast.vendor.harbour.id);
    await promiseReviewAction(store, mona, open, unowned);
    expect(codeOf(await signReview(store, mona, id, {}))).toBe('done');
    await closeMeeting(store, mona, open);
    await store.transact(async (tx) => {
      await tx
        .update(reviews)
        .set({ state: 'recorded', recordSentAt: testNow.toISOString() })
        .where(eq(reviews.id, open));
    });
    expect(codeOf(await signReview(store, mona, open, {}))).toBe('review_actions_unowned');
  });

  it('lapses after the vendor’s five business days, and not a day before', async () => {
    // Friday 12 January 2024: the fifth business day in Britain is Friday the 19th.
    const id = await recorded();
    await followRecords(store, after(7), dayAfter(7));
    expect(await signaturesOf(store.read, id)).toEqual([]);
    expect(codeOf(await signReview(store, { ...bruno, now: after(8) }, id, {}))).toBe(
      'review_signing_over',
    );
    expect(await followRecords(store, after(8), dayAfter(8))).toMatchObject({
      signaturesLapsed: 1,
    });
    expect(await followRecords(store, after(8), dayAfter(8))).toMatchObject({
      signaturesLapsed: 0,
    });
    expect(await signaturesOf(store.read, id)).toMatchObject([{ side: 'vendor', state: 'lapsed' }]);
    await signReview(store, { ...mona, now: after(9) }, id, {});
    expect(await stateOf(id)).toBe('signed');
  });
});

describe('the clock', () => {
  it('ends a meeting left open after a day, and reminds of a draft once', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    expect(await followRecords(store, after(0.9), dayAfter(0))).toMatchObject({ meetingsEnded: 0 });
    expect(await followRecords(store, after(1), dayAfter(1))).toMatchObject({ meetingsEnded: 1 });
    expect(await stateOf(id)).toBe('held');
    expect(await followRecords(store, after(2), dayAfter(2))).toMatchObject({ recordsReminded: 1 });
    expect(await followRecords(store, after(3), dayAfter(3))).toMatchObject({ recordsReminded: 0 });
    expect(await lettersOf('reviewDraftWaits')).toHaveLength(1);
  });
});

describe('the desk', () => {
  const kindsFor = async (act: Act, role: 'manager' | 'vendor') =>
    (await tasksFor(store.read, role, { scope: act.scope, now: testNow, locale: 'en' }))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('review_'));

  it('shows each side what it has to do', async () => {
    const id = await held();
    expect(await kindsFor(mona, 'manager')).toEqual(['review_record']);
    expect(await kindsFor(bruno, 'vendor')).toEqual([]);
    await sendRecord(store, mona, id);
    expect(await kindsFor(mona, 'manager')).toEqual(['review_sign']);
    expect(await kindsFor(bruno, 'vendor')).toEqual(['review_sign']);
    expect(await kindsFor({ ...bruno, scope: { kind: 'vendor', vendorId: 1 } }, 'vendor')).toEqual(
      [],
    );
    await signReview(store, bruno, id, {});
    expect(await kindsFor(bruno, 'vendor')).toEqual([]);
    expect(await kindsFor({ ...mona, scope: everything }, 'manager')).toEqual(['review_sign']);
  });
});
