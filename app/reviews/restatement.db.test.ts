import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { markStale } from '~/contracts/mark-stale.server';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { packCellText } from '~/packs/show-value';
import { print } from '~/print/print.server';
import * as pageRoute from '~/routes/_app.reviews.$reviewId._index/route';
import { periodOf } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { readings } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { pdfText, slideTexts, tight } from '../../tests/packs/paper-text';
import { actOf, frozenReview } from '../../tests/casts/review-cast';
import { contextFor, visitAs } from '../../tests/visit';
import { keptPack, verifyPack } from './pack-queries.server';
import { paperPages, paperSlides } from './paper';
import { findPaper } from './paper-queries.server';
import { restatementsOf } from './restatement-queries.server';

const DECEMBER = 'kpis/OTD_PCT/-/2023-12';
const LATER = new Date('2024-02-20T08:00:00.000Z');

let store: Store;
let cast: Cast;
let reviewId: number;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  reviewId = await frozenReview(store, actOf(cast.person.mona), cast.vendor.brittle.id);
});

const own = (): Scope => ({ kind: 'vendor', vendorId: cast.vendor.brittle.id });
const restatedFor = (scope: Scope) => restatementsOf(store.read, scope, reviewId, LATER);

/** December, which was reported with 640 of 1,000 on time, is corrected and evaluated anew. */
async function restate(onTime: number): Promise<void> {
  const { id, contractId } = cast.vendor.brittle;
  await store.transact(async (tx) => {
    await tx
      .update(readings)
      .set({ value: String(onTime / 10), numerator: String(onTime) })
      .where(and(eq(readings.vendorId, id), eq(readings.period, periodOf(2023, 12))));
    await markStale(tx, [contractId]);
  });
  await evaluateDueContracts(store, LATER, LATER.toISOString().slice(0, 10));
}

describe('a reading restated after the freeze', () => {
  it('leaves the pack to the byte, and its hash verifies', async () => {
    const before = await keptPack(store.read, everything, reviewId, 'shared');
    expect((await restatedFor(everything)).size).toBe(0);
    await restate(700);
    expect(await keptPack(store.read, everything, reviewId, 'shared')).toEqual(before);
    for (const part of ['shared', 'internal'] as const)
      expect(await verifyPack(store.read, everything, reviewId, part)).toMatchObject({
        isIntact: true,
      });
  });

  it('stands beside what was frozen, wherever the month counts, and nothing else does', async () => {
    await restate(700);
    const restated = await restatedFor(own());
    expect(restated.get(DECEMBER)).toMatchObject({ value: '70' });
    expect(restated.get('failures/OTD_PCT/-/2023-12')).toMatchObject({ value: '70' });
    expect([...restated.keys()].every((id) => /^(kpis|failures|credits|overall)\b/.test(id))).toBe(
      true,
    );
    expect((await restatedFor({ kind: 'vendor', vendorId: cast.vendor.harbour.id })).size).toBe(0);
  });

  it('says that a failure is none any more', async () => {
    await restate(990);
    const restated = await restatedFor(own());
    expect(restated.get('failures/OTD_PCT/-/2023-12')).toMatchObject({ kind: 'words' });
    expect(restated.get('failures/count')).toEqual({ kind: 'count', count: 2 });
  });

  it('is read with the old value on the page of both sides', async () => {
    await restate(700);
    const context = contextFor(store);
    for (const person of [cast.person.mona, cast.person.bruno]) {
      const page = await (
        await visitAs(context, person)
      ).load(pageRoute, `/reviews/${reviewId}`, { reviewId });
      const { restated, shared } = page.body as { restated: object[]; shared: object };
      expect(restated).toContainEqual({
        id: DECEMBER,
        now: { kind: 'measure', value: '70', unit: '%' },
      });
      expect(JSON.stringify(shared)).toContain('"value":"64"');
    }
  });

  it.each(languages)('is read with the old value in PDF and slides in %s', async (locale) => {
    await restate(700);
    const t = translate(locale);
    const paper = await findPaper(store.read, own(), reviewId, { part: 'shared', now: LATER });
    if (!paper) throw new Error('no paper');
    const [old = '', now = ''] = ['64', '70'].map((value) =>
      packCellText({ kind: 'measure', value, unit: '%' }, { t, locale }, 'end'),
    );
    const pdf = await pdfText(await print(paperPages(paper, locale, t)));
    const slides = await slideTexts(await print(paperSlides(paper, locale, t)));
    for (const text of [pdf.text, slides.text]) {
      expect(text).toContain(tight(t('papers:since')));
      expect(text).toContain(tight(t('papers:restated.figure', { figure: old, now })));
    }
  });
});
