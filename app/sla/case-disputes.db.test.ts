import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Act } from '~/auth/act';
import { periodOf } from '~/shared/period';
import { mails } from '~db/schema/notifications';
import { breaches } from '~db/schema/cases';
import { creditPeriods, excusals } from '~db/schema/sla';
import { acknowledgeCase } from './acknowledge-case.server';
import { disputeCase } from './dispute-case.server';
import { excuseCase, revokeExcusal } from './excuse-case.server';
import { replyToCase } from './reply-to-case.server';
import { returnPlan } from './return-plan.server';
import { ruleOnDispute } from './rule-on-dispute.server';
import { submitPlan } from './submit-plan.server';
import { waiveCase } from './waive-case.server';
import {
  openCaseForEach,
  store,
  cast,
  caseId,
  bruno,
  mona,
  marek,
  actOf,
  on,
  caseOf,
  stateOf,
  eventsOf,
  kindsOf,
  mailsOf,
  plan,
} from '../../tests/casts/case-cast';

openCaseForEach();

describe('a dispute', () => {
  const evidence = 'The port was closed from 3 to 28 December, see notice 17.';

  it('needs evidence and comes within fourteen days', async () => {
    expect(await disputeCase(store, bruno, { caseId, text: ' ' })).toMatchObject({
      reason: { code: 'evidence_required' },
    });
    const late = on(bruno, '2024-01-27');
    expect(await disputeCase(store, late, { caseId, text: evidence })).toMatchObject({
      reason: { code: 'dispute_too_late' },
    });
  });

  it('is ruled on by another than the first decider', async () => {
    await submitPlan(store, bruno, { caseId, plan });
    await returnPlan(store, mona, { caseId, text: 'Not enough' });
    await disputeCase(store, bruno, { caseId, text: evidence });
    const ruling = { caseId, upheld: false as const, text: 'The notice names another port.' };
    expect(await ruleOnDispute(store, mona, ruling)).toMatchObject({
      reason: { code: 'dispute_needs_another' },
    });
    expect(await ruleOnDispute(store, marek, ruling)).toMatchObject({ ok: true });
    expect(await stateOf()).toMatchObject({ state: 'acknowledged', dueOn: '2024-01-26' });
  });

  it('upheld excuses all its months, and the credits with them', async () => {
    await disputeCase(store, bruno, { caseId, text: evidence });
    const ruling = { caseId, upheld: true as const, text: 'Right.', kind: null };
    expect(await ruleOnDispute(store, mona, ruling)).toMatchObject({
      reason: { code: 'required', field: 'kind' },
    });
    await ruleOnDispute(store, mona, { ...ruling, kind: 'force_majeure' });
    expect(await stateOf()).toMatchObject({ state: 'excused', breachCount: 0 });
    expect(await store.read.select().from(excusals)).toMatchObject([
      { firstPeriod: periodOf(2023, 1), lastPeriod: periodOf(2023, 12), kind: 'force_majeure' },
    ]);
    expect(
      await store.read.$count(
        breaches,
        and(eq(breaches.vendorId, cast.vendor.brittle.id), isNull(breaches.withdrawnAt)),
      ),
    ).toBe(0);
    const credits = await store.read
      .select({ issued: creditPeriods.issuedMinor })
      .from(creditPeriods)
      .where(eq(creditPeriods.vendorId, cast.vendor.brittle.id));
    expect(credits.length).toBe(12);
    expect(credits.every(({ issued }) => issued === 0)).toBe(true);
  });
});

describe('an excusal', () => {
  const december = {
    firstPeriod: '2023-12',
    lastPeriod: '2023-12',
    kind: 'customer_fault',
    text: 'We closed the ramp',
    agreedBy: 'Mona, Bruno',
  };

  it('of one month withdraws its breach and leaves the case open', async () => {
    expect(await excuseCase(store, mona, { caseId, ...december })).toMatchObject({ ok: true });
    expect(await stateOf()).toMatchObject({
      state: 'open',
      breachCount: 11,
      lastPeriod: periodOf(2023, 11),
    });
    expect(await kindsOf()).toEqual(['opened', 'excused', 'breach_withdrawn']);
    expect(await mailsOf('caseExcused')).toEqual(['bruno@example.com']);
  });

  it('of all months ends the case as excused; revoked, its breaches come back in a new case', async () => {
    await excuseCase(store, mona, { caseId, ...december, firstPeriod: '2023-01' });
    expect(await stateOf()).toMatchObject({ state: 'excused', breachCount: 0 });
    const [excusal] = await store.read.select().from(excusals);
    const revoked = { caseId, excusalId: excusal?.id ?? 0, text: 'The ramp was open after all' };
    expect(await revokeExcusal(store, marek, revoked)).toMatchObject({ ok: true });
    expect(await revokeExcusal(store, marek, revoked)).toMatchObject({
      reason: { code: 'not_found' },
    });
    const again = await caseOf(cast.vendor.brittle.id);
    expect(again.id).not.toBe(caseId);
    expect(again).toMatchObject({ state: 'open', breachCount: 12 });
  });

  it('is refused for months without a breach of the case, and stores nothing', async () => {
    const outside = { ...december, firstPeriod: '2024-02', lastPeriod: '2024-03' };
    expect(await excuseCase(store, mona, { caseId, ...outside })).toMatchObject({
      reason: { code: 'excusal_without_breach' },
    });
    expect(await excuseCase(store, mona, { caseId, ...december, agreedBy: '' })).toMatchObject({
      reason: { code: 'required', field: 'agreedBy' },
    });
    expect(await store.read.$count(excusals)).toBe(0);
  });
});

describe('who may do what', () => {
  it('each side has its own steps', async () => {
    expect(await acknowledgeCase(store, mona, { caseId })).toMatchObject({
      reason: { code: 'case_not_yours' },
    });
    expect(await waiveCase(store, bruno, { caseId, text: 'Please' })).toMatchObject({
      reason: { code: 'case_not_yours' },
    });
  });

  it('another vendor, or a manager who does not reach it, does not know the case', async () => {
    const hanna = actOf(cast.person.hanna, cast.vendor.harbour.id);
    expect(await acknowledgeCase(store, hanna, { caseId })).toMatchObject({
      reason: { code: 'not_found' },
    });
    const { id: marketId, path } = cast.market.asia;
    const remy: Act = { ...actOf(cast.person.remy), scope: { kind: 'reach', marketId, path } };
    expect(await waiveCase(store, remy, { caseId, text: 'No' })).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await kindsOf()).toEqual(['opened']);
  });

  it('an internal note is neither mailed nor possible for the vendor', async () => {
    await replyToCase(store, mona, { caseId, text: 'Ask for the log first', internal: true });
    await replyToCase(store, bruno, { caseId, text: 'We are on it', internal: true });
    const replies = (await eventsOf()).filter(({ kind }) => kind === 'replied');
    expect(replies.map(({ text, internal }) => [text, internal])).toEqual([
      ['Ask for the log first', true],
      ['We are on it', false],
    ]);
    expect(await mailsOf('caseReplied')).toEqual(['marek@example.com', 'mona@example.com']);
    const [letter] = await store.read.select().from(mails).where(eq(mails.template, 'caseReplied'));
    const { bruno: writer } = cast.person;
    expect(letter?.body).toContain(`${writer.name} (${cast.vendor.brittle.name}) wrote`);
    expect(letter?.subject).toMatch(/^On-time arrival rate/);
    expect(await replyToCase(store, bruno, { caseId, text: '  ', internal: false })).toMatchObject({
      reason: { code: 'required', field: 'text' },
    });
  });

  it('a waived case is over; its breaches and credits stand', async () => {
    await waiveCase(store, mona, { caseId, text: 'The vendor leaves in March' });
    expect(await stateOf()).toMatchObject({ state: 'waived', breachCount: 12 });
    expect(
      await store.read.$count(
        breaches,
        and(eq(breaches.caseId, caseId), isNull(breaches.withdrawnAt)),
      ),
    ).toBe(12);
    expect(await acknowledgeCase(store, bruno, { caseId })).toMatchObject({
      reason: { code: 'case_wrong_state' },
    });
  });
});
