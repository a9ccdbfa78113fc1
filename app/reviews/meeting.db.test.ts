import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { actionsOf } from '~/actions/action-queries.server';
import { everything, type Act } from '~/auth/act';
import { ratedFigures } from '~/packs/show-value';
import { mails } from '~db/schema/notifications';
import { testNow } from '../../tests/cast';
import { actOf, frozenReview, openReview } from '../../tests/casts/review-cast';
import { addComment } from './add-comment.server';
import { addDecision, withdrawDecision } from './add-decision.server';
import { addItem, withdrawItem } from './add-item.server';
import { closeMeeting } from './close-meeting.server';
import { openMeeting } from './open-meeting.server';
import { packOf } from './pack-queries.server';
import { planReview } from './plan-review.server';
import { promiseReviewAction } from './promise-review-action.server';
import {
  commentsOf,
  decisionsOf,
  itemsOf,
  notesOf,
  ratingsOf,
  setAsideTexts,
} from './record-queries.server';
import { saveNote } from './save-note.server';
import { confirmRatings, settleRating } from './settle-rating.server';
import { castForEach, store, cast, mona, petra, bruno } from '../../tests/casts/meeting-cast';

castForEach();

const codeOf = (outcome: { ok: boolean; reason?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.reason?.code;

const later = (act: Act, days: number): Act => ({
  ...act,
  now: new Date(testNow.getTime() + days * 86_400_000),
});

async function rated(reviewId: number) {
  const kept = await packOf(store.read, everything, reviewId, 'shared');
  const figures = kept ? ratedFigures(kept.pack) : [];
  if (!figures[0]) throw new Error('a pack without ratings');
  return figures as [(typeof figures)[number], ...typeof figures];
}

describe('comments on the pack', () => {
  it('stand by their figure, from both sides, and keep ours alone from the vendor', async () => {
    const id = await frozenReview(store, mona, cast.vendor.brittle.id);
    const [figure] = await rated(id);
    const place = { part: 'shared', sectionId: 'kpis', figureId: figure.id };
    const say = (act: Act, text: string, internal = false) =>
      addComment(store, act, id, { ...place, text, internal });
    expect(codeOf(await say(bruno, 'Strikes in November'))).toBe('done');
    expect(codeOf(await say(later(mona, 1), 'Please send the log'))).toBe('done');
    expect(codeOf(await say(mona, 'They said so last year', true))).toBe('done');
    const seen = await commentsOf(store.read, bruno.scope, id);
    expect(seen.map(({ text, side }) => [text, side])).toEqual([
      ['Strikes in November', 'vendor'],
      ['Please send the log', 'ours'],
    ]);
    expect(await commentsOf(store.read, everything, id)).toHaveLength(3);
  });

  it('end for the vendor with its date, and never mention what its pack does not hold', async () => {
    const id = await frozenReview(store, mona, cast.vendor.brittle.id);
    const say = (act: Act, place: object) =>
      addComment(store, act, id, { part: 'shared', text: 'x', internal: false, ...place });
    expect(codeOf(await say(bruno, { sectionId: 'kpis', figureId: 'kpis/none' }))).toBe(
      'review_figure_unknown',
    );
    expect(codeOf(await say(bruno, { sectionId: 'fallback' }))).toBe('review_figure_unknown');
    expect(codeOf(await say(bruno, { part: 'internal', sectionId: 'fallback' }))).toBe(
      'review_figure_unknown',
    );
    expect(codeOf(await say(later(bruno, 60), { sectionId: 'kpis' }))).toBe('review_comments_over');
    expect(codeOf(await say(later(mona, 60), { sectionId: 'kpis' }))).toBe('done');
    const hanna = actOf(cast.person.hanna, cast.vendor.harbour.id);
    expect(codeOf(await say(hanna, { sectionId: 'kpis' }))).toBe('not_found');
  });
});

describe('items', () => {
  it('are brought by both sides until their date, and withdrawn by their own alone', async () => {
    const id = await frozenReview(store, mona, cast.vendor.brittle.id);
    const item = { kind: 'suggestion', title: 'Weekly call' };
    expect(codeOf(await addItem(store, bruno, id, item))).toBe('done');
    const [first] = await itemsOf(store.read, id);
    const itemId = first?.id ?? 0;
    expect(codeOf(await withdrawItem(store, mona, { reviewId: id, itemId }))).toBe('not_found');
    expect(codeOf(await addItem(store, later(bruno, 60), id, item))).toBe('review_comments_over');
    expect(codeOf(await withdrawItem(store, bruno, { reviewId: id, itemId }))).toBe('done');
    expect(await itemsOf(store.read, id)).toEqual([]);
  });
});

describe('the meeting', () => {
  it('begins with a frozen pack and ends once', async () => {
    const planned = await planReview(store, mona, cast.vendor.polar.id, { quarter: '2023-10' });
    const early = planned.ok ? planned.value : 0;
    expect(codeOf(await openMeeting(store, mona, early))).toBe('review_not_frozen');
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    expect(codeOf(await openMeeting(store, mona, id))).toBe('done');
    expect(codeOf(await closeMeeting(store, mona, id))).toBe('done');
    expect(codeOf(await closeMeeting(store, mona, id))).toBe('review_not_open');
  });

  it('writes down decisions and actions, and takes decisions back', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    const decision = { agenda: 'sla', kind: 'consequence', text: 'Volume halved' };
    expect(codeOf(await addDecision(store, mona, id, decision))).toBe('done');
    const [first] = await decisionsOf(store.read, id);
    const decisionId = first?.id ?? 0;
    expect(first).toMatchObject(decision);
    expect(codeOf(await withdrawDecision(store, mona, { reviewId: id, decisionId }))).toBe('done');
    expect(await decisionsOf(store.read, id)).toEqual([]);
    const action = {
      title: 'Two spare drivers',
      side: 'vendor',
      ownerName: 'Bruno',
      dueOn: '2024-03-01',
    };
    expect(codeOf(await promiseReviewAction(store, mona, id, action))).toBe('done');
    const actions = await actionsOf(store.read, bruno.scope, { origin: 'review', originId: id });
    expect(actions.map(({ action: one, owner }) => [one.title, owner])).toEqual([
      ['Two spare drivers', 'Bruno'],
    ]);
  });

  it('tells people of ours what they are given, not whoever gives it, nor the vendor before the record', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    const give = (title: string, more: Record<string, string>) =>
      promiseReviewAction(store, mona, id, { title, dueOn: '2024-03-01', ...more });
    const { petra: colleague, mona: herself } = cast.person;
    await give('Check the depots', { side: 'ours', ownerId: String(colleague.id) });
    await give('Write the minutes', { side: 'ours', ownerId: String(herself.id) });
    await give('Two spare drivers', { side: 'vendor', ownerName: 'Bruno' });
    await give('Find a depot', { side: 'ours' });
    const rows = await actionsOf(store.read, everything, { origin: 'review', originId: id });
    const given = rows.find(({ action }) => action.title === 'Check the depots');
    const letters = await store.read.select().from(mails).where(eq(mails.template, 'actionGiven'));
    expect(letters.map(({ toPersonId, params }) => [toPersonId, params])).toEqual([
      [
        colleague.id,
        expect.objectContaining({
          ...{ what: 'Check the depots', vendor: 'Brittle Freight', due: '2024-03-01' },
          link: expect.stringMatching(new RegExp(`/actions/${given?.action.id}$`)) as string,
        }),
      ],
    ]);
  });

  it('writes nothing before it began', async () => {
    const id = await frozenReview(store, mona, cast.vendor.brittle.id);
    const note = { text: 'x', version: '0' };
    expect(codeOf(await saveNote(store, mona, { reviewId: id, agenda: 'sla' }, note))).toBe(
      'review_not_open',
    );
    expect(codeOf(await confirmRatings(store, mona, id))).toBe('review_not_open');
  });
});

describe('ratings', () => {
  it('are confirmed as the pack has them, or overruled with a reason', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    const figures = await rated(id);
    const [first] = figures;
    const other = first.rating === 'good' ? 'improve' : 'good';
    const settle = (input: object) => settleRating(store, mona, id, input);
    expect(codeOf(await settle({ figureId: first.id, rating: other }))).toBe(
      'review_reason_missing',
    );
    expect(codeOf(await settle({ figureId: 'none', rating: other }))).toBe('review_figure_unknown');
    expect(codeOf(await settle({ figureId: first.id, rating: other, reason: 'Strike' }))).toBe(
      'done',
    );
    expect(codeOf(await confirmRatings(store, mona, id))).toBe('done');
    const settled = await ratingsOf(store.read, id);
    expect(settled).toHaveLength(figures.filter(({ rating }) => rating !== null).length);
    expect(settled.find(({ figureId }) => figureId === first.id)).toMatchObject({
      computed: first.rating,
      rating: other,
      reason: 'Strike',
    });
    expect(settled.filter(({ reason }) => reason !== null)).toHaveLength(1);
  });
});

describe('a note that two people write', () => {
  const save = (act: Act, id: number, text: string, version: number) =>
    saveNote(store, act, { reviewId: id, agenda: 'sla' }, { text, version: String(version) });

  it('is saved version by version', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    expect(await save(mona, id, 'Late', 0)).toMatchObject({ value: { kind: 'saved', version: 1 } });
    expect(await save(petra, id, 'Late trains', 1)).toMatchObject({
      value: { kind: 'saved', version: 2 },
    });
    const [note] = await notesOf(store.read, id);
    expect(note).toMatchObject({ text: 'Late trains', version: 2, person: 'Petra Procurement' });
  });

  it('overwrites nothing: the later text is set aside, once, and both are there', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    await save(mona, id, 'Mona: depot moves', 0);
    const met = await save(petra, id, 'Petra: fee is disputed', 0);
    expect(met).toMatchObject({
      ok: true,
      value: {
        kind: 'met',
        mine: 'Petra: fee is disputed',
        theirs: { text: 'Mona: depot moves', version: 1, person: 'Mona Manager' },
      },
    });
    await save(petra, id, 'Petra: fee is disputed', 0);
    const aside = await setAsideTexts(store.read, id);
    expect(aside.map(({ text, person }) => [text, person])).toEqual([
      ['Petra: fee is disputed', 'Petra Procurement'],
    ]);
    expect((await notesOf(store.read, id))[0]?.text).toBe('Mona: depot moves');
    const whole = 'Mona: depot moves\nPetra: fee is disputed';
    expect(await save(petra, id, whole, 1)).toMatchObject({ value: { kind: 'saved', version: 2 } });
  });

  it('loses no word when both save at the same moment', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    const saved = await Promise.all([
      save(mona, id, 'from Mona', 0),
      save(petra, id, 'from Petra', 0),
    ]);
    const kinds = saved.map((one) => (one.ok ? one.value.kind : one.reason.code)).sort();
    expect(kinds).toEqual(['met', 'saved']);
    const kept = [
      ...(await notesOf(store.read, id)).map(({ text }) => text),
      ...(await setAsideTexts(store.read, id)).map(({ text }) => text),
    ];
    expect(kept.sort()).toEqual(['from Mona', 'from Petra']);
  });

  it('answers a text sent twice, by a browser that had no answer, as saved', async () => {
    const id = await openReview(store, mona, cast.vendor.brittle.id);
    await save(mona, id, 'once', 0);
    expect(await save(mona, id, 'once', 0)).toMatchObject({ value: { kind: 'saved', version: 1 } });
    expect(await setAsideTexts(store.read, id)).toEqual([]);
  });
});
