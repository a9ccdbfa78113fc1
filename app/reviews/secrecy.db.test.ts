import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import type { PackPart } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import { print } from '~/print/print.server';
import { keepRisk } from '~/risks/keep-risk.server';
import * as pageRoute from '~/routes/_app.reviews.$reviewId._index/route';
import { actions } from '~db/schema/actions';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { pdfText, slideTexts, tight } from '../../tests/packs/paper-text';
import { actOf, frozenReview } from '../../tests/casts/review-cast';
import { contextFor, visitAs } from '../../tests/visit';
import { addComment } from './add-comment.server';
import { packOf } from './pack-queries.server';
import { paperPages, paperSlides } from './paper';
import { findPaper } from './paper-queries.server';
import { commentsOf } from './record-queries.server';

/** What we keep to ourselves, each from another place of the portal. */
const SECRETS = ['Lenders-call-the-loan', 'Do-not-give-in', 'Ask-for-a-tenth-less'];
const SAID = 'Ice-closed-the-field';

let store: Store;
let cast: Cast;
let reviewId: number;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { brittle } = cast.vendor;
  const mona = actOf(cast.person.mona);
  const [risk = '', onFigure = '', onInternal = ''] = SECRETS;
  await keepRisk(store, mona, brittle.id, null, {
    ...{ category: 'financial', title: risk, likelihood: '5', impact: '5' },
    ...{ residualLikelihood: '5', residualImpact: '5', reviewedOn: '2024-01-05' },
  });
  await store.transact(async (tx) => {
    await tx.insert(actions).values({
      ...{ vendorId: brittle.id, origin: 'risk', originId: 1, title: 'Look for a second depot' },
      ...{ side: 'ours', createdAt: testNow.toISOString() },
    });
  });
  reviewId = await frozenReview(store, mona, brittle.id);
  const figureId = 'kpis/OTD_PCT/-/2023-12';
  const bruno = actOf(cast.person.bruno, brittle.id);
  for (const [act, comment] of [
    [mona, { part: 'shared', sectionId: 'kpis', figureId, text: onFigure, internal: true }],
    [mona, { part: 'internal', sectionId: 'risks', text: onInternal, internal: false }],
    [bruno, { part: 'shared', sectionId: 'kpis', figureId, text: SAID, internal: false }],
  ] as const)
    expect(await addComment(store, act, reviewId, comment)).toMatchObject({ ok: true });
});

const own = (): Scope => ({ kind: 'vendor', vendorId: cast.vendor.brittle.id });

/** All that is in the papers that a scope gets of a part: pages, slides, charts and the workbooks behind them. */
async function papers(scope: Scope, part: PackPart): Promise<string> {
  const paper = await findPaper(store.read, scope, reviewId, { part, now: testNow });
  if (!paper) throw new Error('no paper');
  const texts: string[] = [];
  for (const language of languages) {
    const t = translate(language);
    texts.push((await pdfText(await print(paperPages(paper, language, t)))).text);
    const { parts } = await slideTexts(await print(paperSlides(paper, language, t)));
    texts.push(...parts.values());
  }
  return tight(texts.join('\n'));
}

describe('what is ours alone of a review', () => {
  it('is in no paper of the shared part, whoever asks for it, and what both said is', async () => {
    for (const [scope, part] of [
      [own(), 'internal'],
      [own(), 'shared'],
      [everything, 'shared'],
    ] as const) {
      const text = await papers(scope, part);
      for (const secret of SECRETS) expect(text).not.toContain(secret);
      expect(text).toContain(SAID);
    }
  });

  it('stays so where both parts have a section, and figures, of the same name', async () => {
    const mona = actOf(cast.person.mona);
    const shared = await packOf(store.read, everything, reviewId, 'shared');
    const internal = await packOf(store.read, everything, reviewId, 'internal');
    const sharedIds = new Set(shared?.pack.sections.map(({ id }) => id));
    const both = internal?.pack.sections.filter(({ id }) => sharedIds.has(id)) ?? [];
    expect(both.map(({ id }) => id)).toContain('actions');
    for (const section of both) {
      const [figure] = figuresOf([section]);
      for (const figureId of [null, ...(figure ? [figure.id] : [])]) {
        const place = { part: 'internal', sectionId: section.id, figureId: figureId ?? '' };
        const comment = { ...place, text: `Ours on ${section.id}`, internal: false };
        expect(await addComment(store, mona, reviewId, comment)).toMatchObject({ ok: true });
      }
    }
    const read = await commentsOf(store.read, own(), reviewId);
    expect(read.map(({ text }) => text)).toEqual([SAID]);
  });

  it('is in the papers of the internal part, so that its absence means something', async () => {
    const text = await papers(everything, 'internal');
    for (const secret of SECRETS) expect(text).toContain(secret);
  });

  it('is not in what the vendor’s page is made from, and in ours', async () => {
    const context = contextFor(store);
    const pageOf = async (person: { id: number }) => {
      const visitor = await visitAs(context, person);
      return JSON.stringify((await visitor.load(pageRoute, '/', { reviewId })).body);
    };
    const [theirs, ours] = [await pageOf(cast.person.bruno), await pageOf(cast.person.mona)];
    for (const secret of SECRETS) {
      expect(theirs).not.toContain(secret);
      expect(ours).toContain(secret);
    }
    expect(theirs).toContain(SAID);
  });
});
