import { beforeAll, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { addComment } from '~/reviews/add-comment.server';
import * as noteRoute from '~/routes/_app.reviews.$reviewId.notes.$agenda';
import * as meetingRoute from '~/routes/_app.reviews.$reviewId.meeting/route';
import * as pageRoute from '~/routes/_app.reviews.$reviewId._index/route';
import * as recordRoute from '~/routes/_app.reviews.$reviewId.record';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { actOf, openReview } from '../casts/review-cast';
import { contextFor, visitAs, type Visitor } from '../visit';
import { OURS_ALONE } from './records';

let context: PortalContext;
let cast: Cast;
let reviewId: number;
let mona: Visitor;
let petra: Visitor;
let bruno: Visitor;
let hanna: Visitor;

beforeAll(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  const act = actOf(cast.person.mona);
  reviewId = await openReview(context.store, act, cast.vendor.brittle.id);
  await addComment(context.store, act, reviewId, {
    ...{ part: 'shared', sectionId: 'kpis', text: OURS_ALONE, internal: true },
  });
  mona = await visitAs(context, cast.person.mona);
  petra = await visitAs(context, cast.person.petra);
  bruno = await visitAs(context, cast.person.bruno);
  hanna = await visitAs(context, cast.person.hanna);
});

const page = () => `/reviews/${reviewId}`;

/** Saves a note as the page does that types it. */
async function type(visitor: Visitor, text: string, version: number): Promise<Response> {
  const body = new FormData();
  body.set('text', text);
  body.set('version', String(version));
  const init = { method: 'POST', body, headers: { Accept: 'application/json' } };
  const args = visitor.args(`${page()}/notes/sla`, { reviewId, agenda: 'sla' }, init);
  return noteRoute.action(args);
}

describe('the page of a review', () => {
  it('shows ours the internal part in a place of its own, and the vendor no word of it', async () => {
    const ours = await mona.load(pageRoute, page(), { reviewId });
    expect(JSON.stringify(ours.body)).toContain(OURS_ALONE);
    expect(ours.body).toMatchObject({ internal: { part: 'internal' } });
    const theirs = await bruno.load(pageRoute, page(), { reviewId });
    expect(theirs.body).toMatchObject({ isOwn: true, internal: null, shared: { part: 'shared' } });
    expect(JSON.stringify(theirs.body)).not.toContain(OURS_ALONE);
    expect(JSON.stringify(theirs.body)).not.toContain('"part":"internal"');
  });

  it('is not there for another vendor, nor are its meeting and record', async () => {
    for (const route of [pageRoute, meetingRoute, recordRoute])
      expect((await hanna.load(route, page(), { reviewId })).status).toBe(404);
  });

  it('keeps the meeting and the draft of the record from its vendor', async () => {
    expect((await bruno.load(meetingRoute, page(), { reviewId })).status).toBe(404);
    expect((await bruno.load(recordRoute, page(), { reviewId })).status).toBe(404);
  });
});

describe('saving a note', () => {
  it('answers with the version, and with both texts where two met', async () => {
    const saved = await type(mona, 'Mona was first', 0);
    expect([saved.status, await saved.json()]).toEqual([200, { kind: 'saved', version: 1 }]);
    const met = await type(petra, 'Petra too', 0);
    expect(met.status).toBe(409);
    expect(await met.json()).toMatchObject({
      mine: 'Petra too',
      theirs: { text: 'Mona was first', person: 'Mona Manager' },
    });
  });

  it('leads a form without script back to its point, with both texts kept', async () => {
    const path = `${page()}/notes/sla`;
    const params = { reviewId, agenda: 'sla' };
    const answer = await petra.send(
      noteRoute,
      path,
      { text: 'Without script', version: '0' },
      params,
    );
    expect([answer.status, answer.location]).toEqual([302, `${page()}/meeting#sla`]);
    const meeting = await mona.load(meetingRoute, `${page()}/meeting`, { reviewId });
    const all = JSON.stringify(meeting.body);
    for (const text of ['Mona was first', 'Petra too', 'Without script'])
      expect(all).toContain(text);
  });

  it('is not there for a vendor, nor for a point that no agenda has', async () => {
    const form = { text: 'x', version: '0' };
    const at = (agenda: string) => ({ reviewId, agenda });
    expect((await bruno.send(noteRoute, page(), form, at('sla'))).status).toBe(404);
    expect((await mona.send(noteRoute, page(), form, at('lunch'))).status).toBe(404);
  });
});
