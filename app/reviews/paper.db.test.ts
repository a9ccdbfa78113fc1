import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { packParts } from '~/packs/section';
import { print } from '~/print/print.server';
import * as pdfRoute from '~/routes/reviews_.$reviewId.pack.pdf';
import * as pptxRoute from '~/routes/reviews_.$reviewId.pack.pptx';
import { periodOf } from '~/shared/period';
import { randomId } from '~db/columns';
import { actions } from '~db/schema/actions';
import {
  reviewComments,
  reviewDecisions,
  reviewItems,
  reviewNotes,
  reviewSignatures,
} from '~db/schema/review-records';
import { reviewPacks, reviews } from '~db/schema/reviews';
import { offerings, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { pdfText, slideTexts, tight } from '../../tests/packs/paper-text';
import { INTERNAL_WORD, packOf } from '../../tests/packs/review-pack';
import { contextFor, visitAs } from '../../tests/visit';
import { paperPages, paperSlides } from './paper';
import { findPaper } from './paper-queries.server';

let store: Store;
let cast: Cast;
const reviewId = randomId();
const at = testNow.toISOString();

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await store.transact(async (tx) => {
    await tx.insert(reviews).values({
      ...{ id: reviewId, vendorId: cast.vendor.brittle.id, quarter: periodOf(2022, 10) },
      ...{ state: 'held', ownerId: cast.person.mona.id, minutes: 60, heldAt: at },
      ...{ meetsAt: '2023-02-03T15:00:00.000Z', timeZone: 'Europe/Paris', frozenAt: at },
      ...{ calendarUid: 'review-1@mainstay', createdAt: at },
    });
    await tx.insert(reviewPacks).values(
      packParts.map((part) => ({
        ...{ reviewId, part, body: JSON.stringify(packOf(part)), sha256: part, frozenAt: at },
      })),
    );
    await tx.insert(reviewNotes).values({
      ...{ reviewId, agenda: 'sla', text: 'Talked about December', version: 1, writtenAt: at },
    });
    const decided = { reviewId, agenda: 'sla', kind: 'decision' as const, decidedAt: at };
    await tx.insert(reviewDecisions).values([
      { ...decided, text: 'Meet weekly' },
      { ...decided, text: 'Taken back', withdrawnAt: at },
    ]);
    await tx.insert(actions).values({
      ...{ vendorId: cast.vendor.brittle.id, origin: 'review', originId: reviewId },
      ...{ title: 'Hire crews', side: 'vendor', ownerName: 'Bob', dueOn: '2024-01-01' },
      createdAt: at,
    });
    const said = {
      reviewId,
      part: 'shared' as const,
      sectionId: 'kpis',
      side: 'ours' as const,
      writtenAt: at,
    };
    await tx.insert(reviewComments).values([
      { ...said, side: 'vendor', internal: false, text: 'We count otherwise' },
      { ...said, internal: true, text: 'Do not give in' },
    ]);
    await tx
      .insert(reviewItems)
      .values([
        { ...{ reviewId, kind: 'suggestion', side: 'vendor', title: 'Call daily' }, writtenAt: at },
      ]);
    await tx.insert(reviewSignatures).values({
      ...{ reviewId, side: 'ours', state: 'signed', personId: cast.person.mona.id, signedAt: at },
    });
  });
});

const own = () => ({ kind: 'vendor' as const, vendorId: cast.vendor.brittle.id });
const read = (scope: Parameters<typeof findPaper>[1], part: 'shared' | 'internal') =>
  findPaper(store.read, scope, reviewId, { part, now: testNow });

describe('the papers of a review', () => {
  it('are the frozen pack with what the meeting left behind', async () => {
    const paper = await read(everything, 'shared');
    expect(paper?.pack).toEqual(packOf('shared'));
    expect(paper?.review.owner).toBe('Mona Manager');
    expect(paper?.record).toMatchObject({
      notes: [{ agenda: 'sla', text: 'Talked about December' }],
      decisions: [{ kind: 'decision', text: 'Meet weekly' }],
      actions: [{ title: 'Hire crews', owner: 'Bob', state: 'overdue' }],
      signatures: [{ side: 'ours', state: 'signed', person: 'Mona Manager' }],
    });
  });

  it('have what both sides said of the pack, and what we said among ourselves in our part alone', async () => {
    const texts = async (part: 'shared' | 'internal') =>
      (await read(everything, part))?.additions.comments.map(({ text }) => text);
    expect(await texts('shared')).toEqual(['We count otherwise']);
    expect(await texts('internal')).toEqual(['Do not give in']);
    const theirs = await read(own(), 'internal');
    expect(theirs?.additions.comments.map(({ text }) => text)).toEqual(['We count otherwise']);
    expect(theirs?.additions.items).toMatchObject([{ title: 'Call daily' }]);
  });

  it('name no vendor out of a reader’s reach in our part', async () => {
    const { china, france } = cast.market;
    const { polar } = cast.vendor;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ name: INTERNAL_WORD }).where(eq(vendors.id, polar.id));
      const theirs = eq(offerings.vendorId, polar.id);
      await tx.update(offerings).set({ marketId: china.id }).where(theirs);
    });
    const inFrance = { kind: 'reach' as const, marketId: france.id, path: france.path };
    expect(JSON.stringify(await read(everything, 'internal'))).toContain(INTERNAL_WORD);
    const ours = await read(inFrance, 'internal');
    expect(ours?.pack.part).toBe('internal');
    expect(JSON.stringify(ours)).not.toContain(INTERNAL_WORD);
    expect(JSON.stringify(ours)).toContain('otherVendor');
    expect(ours?.unnamed).toBe(1);
    expect((await read(everything, 'internal'))?.unnamed).toBe(0);
    expect((await read(inFrance, 'shared'))?.unnamed).toBe(0);
    if (!ours) throw new Error('no paper');
    for (const language of languages) {
      const t = translate(language);
      const { text } = await pdfText(await print(paperPages(ours, language, t)));
      const said = t('reviews:internal.unnamed', { count: 1 });
      expect(tight(text)).toContain(tight(said));
      const { parts } = await slideTexts(await print(paperSlides(ours, language, t)));
      expect(tight([...parts.values()].join('\n'))).toContain(tight(said));
    }
  });

  it('name it neither by a name that it had when the pack was frozen', async () => {
    const { china, france } = cast.market;
    const { polar } = cast.vendor;
    const had = { kind: 'vendor', vendorId: polar.id, name: 'Polar of old' };
    const asText = JSON.stringify({ kind: 'text', text: INTERNAL_WORD });
    const body = JSON.stringify(packOf('internal'));
    expect(body).toContain(asText);
    await store.transact(async (tx) => {
      const theirs = eq(offerings.vendorId, polar.id);
      await tx.update(offerings).set({ marketId: china.id }).where(theirs);
      await tx
        .update(reviewPacks)
        .set({ body: body.replace(asText, JSON.stringify(had)) })
        .where(eq(reviewPacks.part, 'internal'));
    });
    const inFrance = { kind: 'reach' as const, marketId: france.id, path: france.path };
    expect(JSON.stringify(await read(everything, 'internal'))).toContain('Polar of old');
    const ours = JSON.stringify(await read(inFrance, 'internal'));
    expect(ours).toContain('otherVendor');
    expect(ours).not.toContain('Polar of old');
  });

  it('give the vendor what is shared, whatever it asks for, and the record once it is out', async () => {
    const paper = await read(own(), 'internal');
    expect(paper?.pack.part).toBe('shared');
    expect(paper?.record).toBeNull();
    await store.transact(async (tx) => {
      await tx.update(reviews).set({ recordSentAt: at }).where(eq(reviews.id, reviewId));
    });
    expect((await read(own(), 'shared'))?.record?.decisions).toHaveLength(1);
    const other = { kind: 'vendor' as const, vendorId: cast.vendor.harbour.id };
    expect(await read(other, 'shared')).toBeNull();
  });

  it('are saved under the vendor’s code and the quarter, in the language that is asked for', async () => {
    const petra = await visitAs(contextFor(store), cast.person.petra);
    const pdf = await petra.load(pdfRoute, `/reviews/${reviewId}/pack/pdf?part=internal`, {
      reviewId,
    });
    expect(pdf.headers.get('Content-Disposition')).toContain('review-WN-2022-10-internal.pdf');
    expect(String(pdf.body).slice(0, 5)).toBe('%PDF-');
    const bruno = await visitAs(contextFor(store), cast.person.bruno);
    const slides = await bruno.load(
      pptxRoute,
      `/reviews/${reviewId}/pack/pptx?part=internal&lang=en`,
      { reviewId },
    );
    expect(slides.headers.get('Content-Disposition')).toContain('"review-WN-2022-10.pptx"');
    expect(String(slides.body).slice(0, 2)).toBe('PK');
    const hanna = await visitAs(contextFor(store), cast.person.hanna);
    expect((await hanna.load(pdfRoute, '/', { reviewId })).status).toBe(404);
  });

  it('wait with words where as many of theirs wait as may, whoever of the vendor asks', async () => {
    const asked: string[] = [];
    const filesFor = (turn: string) => {
      asked.push(turn);
      return null;
    };
    const bruno = await visitAs(contextFor(store, { filesFor }), cast.person.bruno);
    for (const route of [pdfRoute, pptxRoute]) {
      const told = await bruno.load(route, '/', { reviewId });
      expect([told.status, told.headers.get('Retry-After')]).toEqual([429, '10']);
      expect(told.body).toBe(translate('zh-CN')('errors:files_waiting'));
    }
    expect(new Set(asked)).toEqual(new Set([`vendor ${cast.vendor.brittle.id}`]));
  });
});
