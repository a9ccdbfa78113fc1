import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelAction } from '~/actions/cancel-action.server';
import { completeAction } from '~/actions/complete-action.server';
import { findAction } from '~/actions/find-action.server';
import { moveAction } from '~/actions/move-action.server';
import { saidChanges } from '~/audit/said-changes.server';
import { everything, type Act } from '~/auth/act';
import { proposeOnDemand } from '~/fallback/propose-on-demand.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { mails } from '~db/schema/notifications';
import { translate } from '~/locales/i18n.server';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { randomId } from '~db/columns';
import { actions } from '~db/schema/actions';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { admissions, assessments, scoringRemarks } from '~db/schema/onboarding';
import { vendorInvitations } from '~db/schema/self-service';
import { offerings, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, passChecks, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { checksOfVendor } from './check-queries.server';
import { concludeScoring, releaseScoring } from './conclude-scoring.server';
import { conditionSource } from './condition-source.server';
import { decideAdmission } from './decide-admission.server';
import { scoringJson } from './export-scoring.server';
import { handInScores } from './hand-in-scores.server';
import { publishScorecard, reviseScorecard, saveDraft } from './keep-scorecard.server';
import { scoringsGivenTo } from './given-queries.server';
import { openChecks } from './open-checks.server';
import { openScoring } from './open-scoring.server';
import { assignCheck, recordCheckResult } from './review-check.server';
import { recordAssessment } from './record-assessment.server';
import { remarkOnScoring, ruleOnAppeal } from './remark-scoring.server';
import { criteriaOf } from './scorecard';
import { findScorecardVersion, usableScorecards } from './scorecard-queries.server';
import { answersSeenBy, findScoring } from './scoring-queries.server';
import { seedScorecards } from './seed-scorecards.server';
import { settleCriterion } from './settle-criterion.server';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await seedScorecards(store, testNow);
});

function actOf(
  { id, name, role }: CastPerson,
  scope: Act['scope'] = everything,
  now = testNow,
): Act {
  return { actor: { kind: 'person', personId: id, name, role, address: null }, now, scope };
}

async function five() {
  const template = (await usableScorecards(store.read)).find(
    ({ code }) => code === 'five-dimensions',
  );
  if (!template) throw new Error('the template comes with the product');
  return template;
}

async function opened(vendorId: number, people: readonly CastPerson[]): Promise<number> {
  const { id } = await five();
  const outcome = await openScoring(store, actOf(cast.person.petra), {
    vendorId,
    assessorIds: people.map((person) => person.id),
    input: { versionId: String(id), cause: 'admission', dueOn: '2024-01-31' },
  });
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

async function scoresOf(points: string, change: Record<string, string> = {}) {
  const { document } = await five();
  const all = criteriaOf(document).map(({ key }) => [`points.${key}`, points] as const);
  return { ...Object.fromEntries(all), ...change };
}

async function handIn(scoringId: number, person: CastPerson, values: Record<string, string>) {
  return handInScores(store, actOf(person), { scoringId, values, isFinal: true });
}

const seen = async (scoringId: number, person: CastPerson) =>
  new Set((await answersSeenBy(store.read, scoringId, person.id)).map(({ name }) => name));

const found = async (scoringId: number) => {
  const row = await findScoring(store.read, everything, scoringId);
  if (!row) throw new Error('the assessment is there');
  return row;
};

/** An assessment in which everybody gave the same points, concluded by Petra. */
async function concluded(vendorId: number, points = '4'): Promise<number> {
  const id = await opened(vendorId, [cast.person.pablo]);
  await handIn(id, cast.person.pablo, await scoresOf(points));
  expect(await concludeScoring(store, actOf(cast.person.petra), id)).toMatchObject({ ok: true });
  return id;
}

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

describe('admission', () => {
  const condition = { title: 'Insure', side: 'vendor', ownerName: 'Hanna', dueOn: '2024-02-01' };

  async function screened(
    points = '4',
    checks: Parameters<typeof passChecks>[2] = {},
  ): Promise<number> {
    const { harbour } = cast.vendor;
    await store.transact((tx) =>
      tx.update(vendors).set({ status: 'prospect' }).where(eq(vendors.id, harbour.id)),
    );
    await changeVendorStatus(store, actOf(cast.person.petra), harbour.id, { status: 'screening' });
    await passChecks(store, harbour.id, checks);
    return concluded(harbour.id, points);
  }

  const decide = (
    person: CastPerson,
    decision: string,
    conditions: Record<string, string>[] = [],
    more: Record<string, string> = {},
  ) =>
    decideAdmission(store, actOf(person), {
      vendorId: cast.vendor.harbour.id,
      input: { decision, reason: 'As assessed', ...more },
      conditions,
    });

  it('is refused to whoever put the vendor up, asked for scores or gave them', async () => {
    await screened();
    const { petra, pablo } = cast.person;
    for (const person of [petra, pablo])
      expect(await decide(person, 'approve')).toMatchObject({ reason: { code: 'took_part' } });
    expect(await store.read.$count(admissions)).toBe(0);
  });

  it('takes a manager for the upper tiers, by the tier that the decision sets', async () => {
    await screened();
    await store.transact((tx) => tx.update(vendors).set({ tier: 'standard' }));
    const alan = { ...cast.person.alan, role: 'procurement' } as const;
    const high = { spend: '3', criticality: '3', dataAccess: '3', replaceability: '3' };
    expect(await decide(alan, 'approve', [], high)).toMatchObject({
      reason: { code: 'vendor_approver_manager' },
    });
    expect((await decide(cast.person.mona, 'approve', [], high)).ok).toBe(true);
    const [row] = await store.read
      .select()
      .from(vendors)
      .where(eq(vendors.id, cast.vendor.harbour.id));
    expect(row).toMatchObject({ status: 'approved', tier: 'strategic' });
  });

  it('tells people of ours which conditions are theirs to meet', async () => {
    await screened();
    const { mona, pablo } = cast.person;
    const ours = { title: 'Visit the depot', side: 'ours', dueOn: '2024-02-01' };
    const decided = await decide(mona, 'conditional', [
      condition,
      { ...ours, ownerId: String(pablo.id) },
      { ...ours, title: 'Read the audit', ownerId: String(mona.id) },
    ]);
    expect(decided).toMatchObject({ ok: true });
    const letters = await store.read.select().from(mails).where(eq(mails.template, 'actionGiven'));
    expect(letters.map(({ toPersonId, params }) => [toPersonId, params['what']])).toEqual([
      [pablo.id, 'Visit the depot'],
    ]);
  });

  it('is refused before anything is written: the tier that it names stays where it was', async () => {
    await screened();
    const { mona } = cast.person;
    expect((await decide(mona, 'conditional', [condition])).ok).toBe(true);
    const before = await store.read
      .select()
      .from(vendors)
      .where(eq(vendors.id, cast.vendor.harbour.id));
    const low = { spend: '1', criticality: '1', dataAccess: '1', replaceability: '1' };
    expect(await decide(mona, 'conditional', [condition], low)).toMatchObject({
      reason: { code: 'vendor_status_not_allowed' },
    });
    expect(
      await store.read.select().from(vendors).where(eq(vendors.id, cast.vendor.harbour.id)),
    ).toEqual(before);
  });

  it('is no way round a manager or the second look at checks, by whatever tier', async () => {
    await screened();
    const { harbour } = cast.vendor;
    const alan = { ...cast.person.alan, role: 'procurement' } as const;
    const low = { spend: '1', criticality: '1', dataAccess: '1', replaceability: '1' };
    // Preferred until now: whoever takes it out of the upper tiers is a manager too.
    expect(await decide(alan, 'approve', [], low)).toMatchObject({
      reason: { code: 'vendor_approver_manager' },
    });
    await gradeVendor(store, actOf(alan), harbour.id, low);
    expect(await decide(alan, 'approve')).toMatchObject({ reason: { code: 'took_part' } });
    // Results of a low tier have nobody who signed them off: graded up, they wait for one.
    await store.transact((tx) => tx.update(dueDiligenceChecks).set({ signedOffBy: null }));
    const high = { spend: '3', criticality: '3', dataAccess: '3', replaceability: '3' };
    expect(await decide(cast.person.mona, 'approve', [], high)).toMatchObject({
      reason: { code: 'admission_sanctions' },
    });
    await gradeVendor(store, actOf(alan), harbour.id, high);
    await openChecks(store, actOf(alan), harbour.id);
    const checks = await checksOfVendor(store.read, everything, harbour.id);
    expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['awaiting_sign_off']));
  });

  it('is told to the vendor with its conditions and without our reason, and to procurement', async () => {
    await screened();
    const before = await store.read.$count(mails);
    expect((await decide(cast.person.mona, 'conditional', [condition])).ok).toBe(true);
    const letters = await store.read.select().from(mails);
    expect(letters.length - before).toBe(3);
    const theirs = letters.find(({ toAddress }) => toAddress === cast.person.hanna.email);
    expect(theirs?.template).toBe('admissionConditional');
    expect(theirs?.body).toContain(condition.title);
    expect(theirs?.body).not.toContain('As assessed');
  });

  it('tells the vendor the conditions that are its own, by the day in its language, and none of ours', async () => {
    await screened();
    const { mona, hanna } = cast.person;
    const ours = { title: 'Watch the bank', side: 'ours', dueOn: '2024-03-01' };
    await store.transact((tx) =>
      tx.update(people).set({ locale: 'zh-CN' }).where(eq(people.id, hanna.id)),
    );
    expect((await decide(mona, 'conditional', [condition, ours])).ok).toBe(true);
    const [theirs] = await store.read.select().from(mails).where(eq(mails.toPersonId, hanna.id));
    expect(theirs?.body).toContain('- Insure（2024年2月1日前）');
    expect(JSON.stringify(theirs)).not.toContain(ours.title);
  });

  it('sends the vendor no list where no condition is its own', async () => {
    await screened();
    const { mona, hanna } = cast.person;
    const ours = { title: 'Watch the bank', side: 'ours', dueOn: '2024-03-01' };
    expect((await decide(mona, 'conditional', [ours])).ok).toBe(true);
    const [theirs] = await store.read.select().from(mails).where(eq(mails.toPersonId, hanna.id));
    expect(theirs).toMatchObject({ template: 'admissionConditionalOurs', state: 'queued' });
    expect(JSON.stringify(theirs)).not.toContain(ours.title);
  });

  it('rests on an assessment that did not disqualify', async () => {
    await screened('2');
    expect(await decide(cast.person.mona, 'approve')).toMatchObject({
      reason: { code: 'admission_disqualified' },
    });
    expect((await decide(cast.person.mona, 'reject')).ok).toBe(true);
  });

  it('takes every check of the tier, or conditions in the place of those that are missing', async () => {
    await screened('4', { failed: ['references'], without: ['litigation'] });
    const { mona } = cast.person;
    expect(await decide(mona, 'approve')).toMatchObject({
      reason: { code: 'admission_checks_missing', params: { count: 2 }, field: 'decision' },
    });
    expect((await decide(mona, 'conditional', [condition])).ok).toBe(true);
  });

  it('is nobody’s without the check against sanctions lists, on whatever conditions', async () => {
    await screened('4', { failed: ['sanctions'] });
    const { mona } = cast.person;
    for (const [decision, conditions] of [
      ['approve', []],
      ['conditional', [condition]],
    ] as const)
      expect(await decide(mona, decision, [...conditions])).toMatchObject({
        reason: { code: 'admission_sanctions' },
      });
    expect((await decide(mona, 'reject')).ok).toBe(true);
  });

  it('is refused to whoever invited a vendor that submitted itself, made its checks or entered its result', async () => {
    const { petra, pablo, mona, hanna } = cast.person;
    const { harbour } = cast.vendor;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ status: 'prospect', tier: 'standard' });
      const at = testNow.toISOString();
      await tx.insert(vendorInvitations).values({
        ...{ vendorId: harbour.id, personId: hanna.id, invitedBy: petra.id, serviceIds: [] },
        ...{ invitedAt: at, sentAt: at, expiresAt: at, acceptedAt: at },
      });
    });
    const own = actOf(hanna, { kind: 'vendor', vendorId: harbour.id });
    await changeVendorStatus(store, own, harbour.id, { status: 'screening' });
    await passChecks(store, harbour.id);
    await store.transact((tx) =>
      tx
        .update(dueDiligenceChecks)
        .set({ reviewerId: pablo.id })
        .where(eq(dueDiligenceChecks.kind, 'licences')),
    );
    await recordAssessment(store, actOf(mona), harbour.id, {
      ...{ scorecard: 'Audit', total: '88', result: 'qualified' },
      ...{ assessedOn: '2024-01-02', validUntil: '2025-01-01' },
    });
    const { alan } = cast.person;
    const litigation = (await checksOfVendor(store.read, everything, harbour.id)).find(
      ({ kind }) => kind === 'litigation',
    );
    const found = { result: 'passed', finding: 'Nothing pending', reviewedOn: '2024-01-10' };
    await recordCheckResult(store, actOf(alan), litigation?.id ?? 0, found);
    // The check is given to somebody else since: that does not make its maker a second person.
    await assignCheck(store, actOf(petra), litigation?.id ?? 0, { reviewer: String(pablo.id) });
    for (const person of [petra, pablo, alan, mona])
      expect(await decide(person, 'approve')).toMatchObject({ reason: { code: 'took_part' } });
    expect((await decide(cast.person.marek, 'approve')).ok).toBe(true);
  });

  it('names what is wrong with a condition by its line', async () => {
    await screened();
    expect(await decide(cast.person.mona, 'conditional')).toMatchObject({
      reason: { code: 'admission_needs_conditions' },
    });
    const late = { ...condition, dueOn: '2024-01-01' };
    expect(await decide(cast.person.mona, 'conditional', [condition, late])).toMatchObject({
      fields: [{ code: 'date_past', field: 'conditions[1].dueOn' }],
    });
    expect(await store.read.$count(actions)).toBe(0);
  });

  it('on a condition makes a fallback candidate until the condition is overdue', async () => {
    await screened();
    const { harbour } = cast.vendor;
    await store.transact((tx) =>
      tx.update(offerings).set({ capacity: null }).where(eq(offerings.vendorId, harbour.id)),
    );
    expect((await decide(cast.person.mona, 'conditional', [condition])).ok).toBe(true);
    const isCandidate = async (day: string) => {
      const act = actOf(cast.person.petra, everything, new Date(`${day}T08:00:00.000Z`));
      const asked = { vendor: 'BRITTLE', service: 'LINEHAUL', market: 'FR' };
      const proposed = await proposeOnDemand(store, act, asked);
      const id = proposed.ok ? (proposed.value[0]?.proposalId ?? 0) : 0;
      const proposal = await findProposal(store.read, everything, id);
      return proposal?.snapshot.candidates.some(({ vendor }) => vendor.id === harbour.id);
    };
    expect(await isCandidate('2024-02-01')).toBe(true);
    expect(await isCandidate('2024-02-02')).toBe(false);
    const [action] = await store.read
      .select()
      .from(actions)
      .where(eq(actions.origin, 'assessment'));
    await completeAction(store, actOf(cast.person.petra), action?.id ?? 0, {});
    expect(await isCandidate('2024-02-03')).toBe(true);
  });

  it('has its conditions eased by another manager alone, for a reason', async () => {
    await screened();
    const { mona, marek, petra, pablo } = cast.person;
    expect((await decide(mona, 'conditional', [condition])).ok).toBe(true);
    const [action] = await store.read
      .select()
      .from(actions)
      .where(eq(actions.origin, 'assessment'));
    const actionId = action?.id ?? 0;
    const actionSources = { assessment: conditionSource };
    const to = { side: 'vendor', ownerName: 'Hanna', dueOn: '2024-06-30' };
    const move = (person: CastPerson, input: object = { ...to, reason: 'The insurer is late' }) =>
      moveAction(store, actOf(person), { actionId, input }, actionSources);
    const callOff = (person: CastPerson, reason: string) =>
      cancelAction(store, actOf(person), { actionId, reason }, actionSources);
    for (const person of [petra, pablo]) {
      const no = { reason: { code: 'condition_needs_manager' } };
      expect(await move(person)).toMatchObject(no);
      expect(await callOff(person, 'No longer asked for')).toMatchObject(no);
    }
    expect(await move(mona)).toMatchObject({ reason: { code: 'condition_own' } });
    expect(await callOff(mona, 'Mine')).toMatchObject({ reason: { code: 'condition_own' } });
    expect(await findAction(store.read, everything, actionId)).toMatchObject({
      dueOn: condition.dueOn,
      cancelledAt: null,
    });
    const complete = (person: CastPerson) =>
      completeAction(store, actOf(person), actionId, actionSources);
    expect(await complete(mona)).toMatchObject({ reason: { code: 'condition_own' } });
    expect(await move(marek, to)).toMatchObject({
      reason: { code: 'reason_required', field: 'reason' },
    });
    expect((await move(marek)).ok).toBe(true);
    expect(await callOff(marek, '')).toMatchObject({ reason: { code: 'reason_required' } });
    expect((await callOff(marek, 'Insured by its parent')).ok).toBe(true);
  });
});
