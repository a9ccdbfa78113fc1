import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { saidChanges } from '~/audit/said-changes.server';
import { everything } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { randomId } from '~db/columns';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { assessments, scoringRemarks } from '~db/schema/onboarding';
import { testNow, type CastPerson } from '../../tests/cast';
import { concludeScoring, releaseScoring } from './conclude-scoring.server';
import { scoringJson } from './export-scoring.server';
import { handInScores } from './hand-in-scores.server';
import { publishScorecard, reviseScorecard, saveDraft } from './keep-scorecard.server';
import { scoringsGivenTo } from './given-queries.server';
import { remarkOnScoring, ruleOnAppeal } from './remark-scoring.server';
import { criteriaOf } from './scorecard';
import { findScorecardVersion, usableScorecards } from './scorecard-queries.server';
import { answersSeenBy, findScoring } from './scoring-queries.server';
import { seedScorecards } from './seed-scorecards.server';
import { settleCriterion } from './settle-criterion.server';
import {
  scorecardsForEach,
  store,
  cast,
  actOf,
  five,
  opened,
  scoresOf,
  handIn,
  found,
  concluded,
} from '../../tests/casts/scoring-cast';

scorecardsForEach();

const seen = async (scoringId: number, person: CastPerson) =>
  new Set((await answersSeenBy(store.read, scoringId, person.id)).map(({ name }) => name));

it('of an assessment that is opened, the trail keeps who scores by number', async () => {
  const { pablo, mona } = cast.person;
  await opened(cast.vendor.harbour.id, [pablo, mona]);
  const [entry] = await store.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'scoring.opened'));
  expect(entry?.after).toMatchObject({ assessors: [pablo.id, mona.id] });
  const reading = { t: translate('en'), locale: 'en', timeZone: 'UTC' } as const;
  const [said] = await saidChanges(store.read, everything, reading, [entry!]);
  const assessors = said?.changes.find(({ path }) => path === 'assessors');
  expect(assessors?.after?.text).toBe(`${pablo.name}, ${mona.name}`);
});

describe('a scorecard', () => {
  it('comes with the product in two languages, once, and is whole', async () => {
    await seedScorecards(store, testNow);
    const shipped = await usableScorecards(store.read);
    expect(shipped.map(({ code }) => code)).toEqual([
      'five-dimensions',
      'full',
      'maturity',
      'satisfaction',
      'servqual',
    ]);
    for (const { document } of shipped)
      for (const { name, levels } of criteriaOf(document))
        for (const words of [name, ...levels.map((level) => level.name)])
          expect([words.en, words.zh]).not.toContain('');
  });

  it('is not published with weights beside 100, and never changes once it is', async () => {
    const { scorecardId, id: published, document } = await five();
    const act = actOf(cast.person.petra);
    expect(await saveDraft(store, act, published, document)).toMatchObject({
      reason: { code: 'scorecard_published' },
    });
    const revised = await reviseScorecard(store, act, scorecardId);
    const draft = revised.ok ? revised.value : 0;
    const [first, ...rest] = document.dimensions;
    if (!first) throw new Error('it has dimensions');
    const wrong = { ...document, dimensions: [{ ...first, weight: '30.1' }, ...rest] };
    expect((await saveDraft(store, act, draft, wrong)).ok).toBe(true);
    expect(await publishScorecard(store, act, draft)).toMatchObject({
      reason: { code: 'weights_total', params: { total: '100.1' } },
    });
    expect((await findScorecardVersion(store.read, draft))?.state).toBe('draft');
    await saveDraft(store, act, draft, document);
    expect(await publishScorecard(store, act, draft)).toMatchObject({ ok: true });
    expect((await five()).version).toBe(2);
  });
});

describe('an assessment', () => {
  it('is blind until all are in: queries give nobody the scores of others', async () => {
    const { petra, pablo, mona, marek, ada } = cast.person;
    const id = await opened(cast.vendor.harbour.id, [pablo, mona]);
    await handInScores(store, actOf(mona), {
      scoringId: id,
      values: await scoresOf('3'),
      isFinal: false,
    });
    await handIn(id, pablo, await scoresOf('4'));
    expect(await seen(id, pablo)).toEqual(new Set([pablo.name]));
    expect(await seen(id, mona)).toEqual(new Set([mona.name]));
    for (const other of [petra, marek, ada]) expect(await seen(id, other)).toEqual(new Set());
    expect((await scoringJson(store.read, await found(id), mona.id)).includes(pablo.name)).toBe(
      true,
    );
    expect(await scoringJson(store.read, await found(id), marek.id)).toContain('"scores":[]');
    expect(await handIn(id, mona, await scoresOf('3'))).toEqual({
      ok: true,
      value: { allIn: true },
    });
    expect(await seen(id, petra)).toEqual(new Set([pablo.name, mona.name]));
  });

  it('is scored by an outside reviewer who was asked, who sees no other', async () => {
    const { petra, pablo } = cast.person;
    const lena = {
      id: randomId(),
      email: 'lena@example.com',
      name: 'Lena',
      role: 'reviewer',
    } as const;
    await store.transact((tx) =>
      tx.insert(people).values({ ...lena, createdAt: testNow.toISOString() }),
    );
    const given = await opened(cast.vendor.harbour.id, [lena, pablo]);
    const other = await opened(cast.vendor.harbour.id, [pablo]);
    const outside = actOf(lena, { kind: 'grants', personId: lena.id });
    const hand = async (scoringId: number) =>
      handInScores(store, outside, { scoringId, values: await scoresOf('4'), isFinal: true });
    expect(await hand(given)).toMatchObject({ ok: true, value: { allIn: false } });
    expect(await hand(other)).toMatchObject({ reason: { code: 'not_found' } });
    expect(await scoringsGivenTo(store.read, lena.id)).toMatchObject([
      { id: given, state: 'scoring', handedInAt: testNow.toISOString() },
    ]);
    expect(await seen(given, petra)).toEqual(new Set());
  });

  it('is scored by its assessors alone, on the scale, and once', async () => {
    const { pablo, mona } = cast.person;
    const id = await opened(cast.vendor.harbour.id, [pablo]);
    expect(await handIn(id, mona, await scoresOf('3'))).toMatchObject({
      reason: { code: 'not_assessor' },
    });
    expect(await handIn(id, pablo, await scoresOf('3', { 'points.price1': '6' }))).toMatchObject({
      fields: [{ code: 'points_off_scale', field: 'points.price1' }],
    });
    expect((await handIn(id, pablo, await scoresOf('3'))).ok).toBe(true);
    expect(await handIn(id, pablo, await scoresOf('5'))).toMatchObject({
      reason: { code: 'scores_handed_in' },
    });
  });

  it('is concluded once what lies apart is settled with a reason, and then speaks for the vendor', async () => {
    const { petra, pablo, mona } = cast.person;
    const { harbour } = cast.vendor;
    const id = await opened(harbour.id, [pablo, mona]);
    await handIn(id, pablo, await scoresOf('4', { 'points.price1': '2' }));
    await handIn(id, mona, await scoresOf('4'));
    const conclude = () => concludeScoring(store, actOf(petra), id);
    expect(await conclude()).toMatchObject({
      reason: { code: 'differences_open', params: { count: 1 } },
    });
    const settle = (reason: string) =>
      settleCriterion(store, actOf(petra), {
        scoringId: id,
        criterion: 'price1',
        input: { points: '3', reason },
      });
    expect(await settle('')).toMatchObject({ reason: { code: 'required' } });
    expect((await settle('The fuel surcharge was left out')).ok).toBe(true);
    expect(await conclude()).toEqual({ ok: true, value: 'conditional' });
    const rows = await store.read.select().from(assessments).where(eq(assessments.scoringId, id));
    // All at 4 are 75; price1 (60 % of 25 %) at 3 takes 25 × 0.15 off.
    expect(rows).toMatchObject([
      { total: '71.25', result: 'conditional', validUntil: '2025-01-12' },
    ]);
  });

  it('needs the minimum share answered', async () => {
    const id = await opened(cast.vendor.harbour.id, [cast.person.pablo]);
    const few = await scoresOf('', { 'points.price1': '5' });
    await handIn(id, cast.person.pablo, few);
    expect(await concludeScoring(store, actOf(cast.person.petra), id)).toMatchObject({
      reason: { code: 'answered_too_little', params: { answered: '15', minimum: '80' } },
    });
  });

  it('stays as it is, byte for byte in its export, when its template changes later', async () => {
    const { petra, ada } = cast.person;
    const id = await concluded(cast.vendor.harbour.id);
    const before = await scoringJson(store.read, await found(id), ada.id);
    const { scorecardId, document } = await five();
    const revised = await reviseScorecard(store, actOf(petra), scorecardId);
    const draft = revised.ok ? revised.value : 0;
    const name = { en: 'Renamed', zh: '改名' };
    const bands = document.bands.map((band) => ({ ...band, entails: name }));
    await saveDraft(store, actOf(petra), draft, { ...document, name, bands });
    expect((await publishScorecard(store, actOf(petra), draft)).ok).toBe(true);
    expect(await scoringJson(store.read, await found(id), ada.id)).toBe(before);
    expect(before).toContain('"total":"75"');
  });

  it('is the vendor’s to see once it is released, to comment on and to appeal against', async () => {
    const { petra, pablo, mona, hanna } = cast.person;
    const { harbour, brittle } = cast.vendor;
    const id = await concluded(harbour.id);
    const own = { kind: 'vendor', vendorId: harbour.id } as const;
    const remark = (kind: string) =>
      remarkOnScoring(store, actOf(hanna, own), id, { kind, text: 'Our new site is not counted.' });
    expect(await findScoring(store.read, own, id)).toBeNull();
    expect(await remark('comment')).toMatchObject({ reason: { code: 'not_found' } });
    await releaseScoring(store, actOf(petra), id);
    expect(await findScoring(store.read, own, id)).not.toBeNull();
    expect(await findScoring(store.read, { kind: 'vendor', vendorId: brittle.id }, id)).toBeNull();
    expect((await remark('appeal')).ok).toBe(true);
    const [appeal] = await store.read.select().from(scoringRemarks);
    const rule = (person: CastPerson, ruling: string) =>
      ruleOnAppeal(store, actOf(person), {
        scoringId: id,
        remarkId: appeal?.id ?? 0,
        input: { ruling, reason: 'Counted now.' },
      });
    for (const person of [petra, pablo])
      expect(await rule(person, 'upheld')).toMatchObject({ reason: { code: 'took_part' } });
    expect((await rule(mona, 'upheld')).ok).toBe(true);
    expect((await found(id)).scoring).toMatchObject({ state: 'settling', total: null });
    expect(await store.read.$count(assessments, eq(assessments.scoringId, id))).toBe(0);
  });
});
