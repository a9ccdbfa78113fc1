import { and, asc, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { verifyChain } from '~/audit/verify-chain.server';
import { markStale } from '~/contracts/mark-stale.server';
import { refused } from '~/shared/outcome';
import { periodOf } from '~/shared/period';
import { actions } from '~db/schema/actions';
import { kpis, readings, reports } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import { creditPeriods, excusals } from '~db/schema/sla';
import { contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { acceptPlan } from './accept-plan.server';
import { acknowledgeCase } from './acknowledge-case.server';
import { closeCase } from './close-case.server';
import { disputeCase } from './dispute-case.server';
import { evaluateDueContracts } from './evaluate-contracts.server';
import { excuseCase, revokeExcusal } from './excuse-case.server';
import { followCases } from './follow-cases.server';
import { moveCaseTo } from './move-case.server';
import { replyToCase } from './reply-to-case.server';
import { returnPlan } from './return-plan.server';
import { ruleOnDispute } from './rule-on-dispute.server';
import { submitPlan } from './submit-plan.server';
import { verifyCase } from './verify-case.server';
import { waiveCase } from './waive-case.server';

let store: Store;
let cast: Cast;
let caseId: number;
let bruno: Act;
let mona: Act;
let marek: Act;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await evaluateDueContracts(store, testNow, '2024-01-12');
  caseId = (await caseOf(cast.vendor.brittle.id)).id;
  bruno = actOf(cast.person.bruno, cast.vendor.brittle.id);
  mona = actOf(cast.person.mona);
  marek = actOf(cast.person.marek);
});

function actOf(person: CastPerson, vendorId: number | null = null, on = testNow): Act {
  const { id, name, role } = person;
  return {
    actor: { kind: 'person', personId: id, name, role, address: null },
    now: on,
    scope: vendorId === null ? everything : { kind: 'vendor', vendorId },
  };
}

const on = (act: Act, day: string): Act => ({ ...act, now: new Date(`${day}T09:00:00.000Z`) });

async function caseOf(vendorId: number) {
  const [row] = await store.read
    .select()
    .from(cases)
    .where(and(eq(cases.vendorId, vendorId), isNull(cases.closedAt)));
  if (!row) throw new Error('no open case');
  return row;
}

async function stateOf(id = caseId) {
  const [row] = await store.read.select().from(cases).where(eq(cases.id, id));
  return row;
}

const eventsOf = async (id = caseId) =>
  store.read
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, id))
    .orderBy(asc(caseEvents.at), asc(caseEvents.id));

const kindsOf = async (id = caseId) =>
  (await eventsOf(id)).map(({ kind }) => kind).filter((kind) => kind !== 'breach_added');

const mailsOf = async (template: string) =>
  (
    await store.read
      .select({ to: mails.toAddress })
      .from(mails)
      .where(eq(mails.template, template))
      .orderBy(asc(mails.toAddress))
  ).map(({ to }) => to);

const follow = (day: string) => followCases(store, new Date(`${day}T12:00:00.000Z`), day);

const plan = {
  whys: ['Trains leave late', 'Crews arrive late', ''],
  corrective: [{ what: 'Add a stand-by crew', dueOn: '2024-02-09' }],
  preventive: [
    { what: 'Plan rosters four weeks ahead', dueOn: '2024-03-29' },
    { what: ' ', dueOn: '' },
  ],
};

/** Brittle delivers months of 2024, accepted. */
async function deliver(values: Record<number, string>): Promise<void> {
  const vendorId = cast.vendor.brittle.id;
  await store.transact(async (tx) => {
    const at = testNow.toISOString();
    const [kpi] = await tx.select().from(kpis).where(eq(kpis.code, 'OTD_PCT'));
    const [report] = await tx
      .insert(reports)
      .values({
        vendorId,
        state: 'accepted',
        source: 'vendor_report',
        channel: 'file',
        createdAt: at,
        submittedAt: at,
      })
      .returning({ id: reports.id });
    await tx.insert(readings).values(
      Object.entries(values).map(([month, value]) => ({
        reportId: report?.id ?? 0,
        vendorId,
        kpiId: kpi?.id ?? 0,
        period: periodOf(2024, Number(month)),
        source: 'vendor_report' as const,
        value,
      })),
    );
    await markStale(tx, [cast.vendor.brittle.contractId]);
  });
}

describe('a case from its opening to its end', () => {
  it('asks for a plan within ten working days', async () => {
    expect(await stateOf()).toMatchObject({ state: 'open', dueOn: '2024-01-26' });
  });

  it('stays where it is when what was also to be done is refused', async () => {
    const mail = { template: 'caseAcknowledged', to: 'managers' } as const;
    const moved = await moveCaseTo(store, bruno, { caseId, move: 'acknowledge', mail }, () =>
      Promise.resolve(refused('not_found')),
    );
    expect(moved).toMatchObject({ ok: false, reason: { code: 'not_found' } });
    expect(await stateOf()).toMatchObject({ state: 'open', dueOn: '2024-01-26' });
    expect(await mailsOf('caseAcknowledged')).toEqual([]);
  });

  it('is acknowledged, planned, accepted, verified and closed', async () => {
    expect(await acknowledgeCase(store, bruno, { caseId })).toMatchObject({ ok: true });
    expect(await submitPlan(store, bruno, { caseId, plan })).toMatchObject({ ok: true });
    expect(await stateOf()).toMatchObject({ state: 'plan_submitted', dueOn: '2024-01-26' });
    expect(await acceptPlan(store, mona, { caseId })).toMatchObject({ ok: true });
    expect(await stateOf()).toMatchObject({ state: 'plan_accepted', dueOn: '2024-02-09' });

    expect(await follow('2024-02-09')).toMatchObject({ verifying: 0 });
    expect(await follow('2024-02-10')).toMatchObject({ verifying: 1, closed: 0 });
    await deliver({ 1: '70', 2: '85', 3: '81', 4: '90' });
    await evaluateDueContracts(store, testNow, '2024-05-12');
    // January failed while the plan was not yet carried out: the case goes back to the vendor.
    expect(await stateOf()).toMatchObject({ state: 'acknowledged', breachCount: 13 });
    await submitPlan(store, on(bruno, '2024-05-13'), {
      caseId,
      plan: {
        ...plan,
        corrective: [{ what: 'Keep the crew', dueOn: '2024-05-13' }],
        preventive: [{ what: 'Keep the rosters', dueOn: '2024-06-01' }],
      },
    });
    await acceptPlan(store, on(mona, '2024-05-13'), { caseId });
    await verifyCase(store, on(mona, '2024-05-13'), { caseId });
    expect(await closeCase(store, on(mona, '2024-05-14'), { caseId })).toMatchObject({
      ok: false,
      reason: { code: 'not_verified', params: { passed: 0, needed: 3 } },
    });
    await deliver({ 5: '85', 6: '81', 7: '90' });
    await evaluateDueContracts(store, testNow, '2024-08-12');
    expect(await follow('2024-08-12')).toMatchObject({ closed: 1 });
    expect((await stateOf())?.closedAt).not.toBeNull();
    expect(await follow('2024-08-12')).toEqual({
      plansAccepted: 0,
      verifying: 0,
      closed: 0,
      escalated: 0,
    });
    expect(await kindsOf()).toEqual([
      'opened',
      'acknowledged',
      'plan_submitted',
      'plan_accepted',
      'verifying',
      'plan_submitted',
      'plan_accepted',
      'verifying',
      'closed',
    ]);
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  });

  it('writes to the other side only', async () => {
    await acknowledgeCase(store, bruno, { caseId });
    await submitPlan(store, bruno, { caseId, plan });
    await acceptPlan(store, mona, { caseId });
    expect(await mailsOf('caseAcknowledged')).toEqual(['marek@example.com', 'mona@example.com']);
    expect(await mailsOf('planSubmitted')).toEqual(['marek@example.com', 'mona@example.com']);
    expect(await mailsOf('planAccepted')).toEqual(['bruno@example.com']);
  });
});

describe('the plan', () => {
  it('becomes actions of the vendor, and gives way to the next one', async () => {
    await submitPlan(store, bruno, { caseId, plan });
    expect(await returnPlan(store, mona, { caseId, text: '' })).toMatchObject({
      reason: { code: 'reason_required' },
    });
    await returnPlan(store, mona, { caseId, text: 'Who pays for the crew?' });
    await submitPlan(store, bruno, {
      caseId,
      plan: { ...plan, corrective: [{ what: 'Pay for a stand-by crew', dueOn: '2024-02-16' }] },
    });
    const rows = await store.read
      .select()
      .from(actions)
      .where(and(eq(actions.originId, caseId), isNull(actions.cancelledAt)))
      .orderBy(asc(actions.position));
    expect(rows.map(({ title, dueOn, side }) => [title, dueOn, side])).toEqual([
      ['Pay for a stand-by crew', '2024-02-16', 'vendor'],
      ['Plan rosters four weeks ahead', '2024-03-29', 'vendor'],
    ]);
    expect(await store.read.$count(actions, eq(actions.originId, caseId))).toBe(4);
  });

  it('is refused without a cause, and stores nothing', async () => {
    const refused = await submitPlan(store, bruno, { caseId, plan: { ...plan, whys: [' '] } });
    expect(refused).toMatchObject({ ok: false, reason: { code: 'plan_cause_missing' } });
    expect(await store.read.$count(actions)).toBe(0);
    expect(await kindsOf()).toEqual(['opened']);
  });

  it('that nobody answers counts as accepted from the eleventh working day, however late the job runs', async () => {
    await submitPlan(store, bruno, { caseId, plan });
    expect(await follow('2024-01-26')).toMatchObject({ plansAccepted: 0 });
    expect(await follow('2024-04-20')).toMatchObject({ plansAccepted: 1, verifying: 1 });
    const events = await eventsOf();
    const dayOf = (kind: string) => events.find((each) => each.kind === kind)?.details?.['asOf'];
    expect(dayOf('plan_accepted_by_silence')).toBe('2024-01-27');
    expect(dayOf('verifying')).toBe('2024-02-10');
    expect(await follow('2024-04-20')).toMatchObject({ plansAccepted: 0, verifying: 0 });
  });
});

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

describe('silence', () => {
  beforeEach(async () => {
    await store.transact(async (tx) => {
      await tx.insert(contacts).values(
        [
          { side: 'vendor', role: 'account_manager', name: 'Bea', email: 'bea@brittle.example' },
          { side: 'ours', role: 'escalation', level: 1, name: 'Olga', email: 'olga@example.com' },
          {
            side: 'vendor',
            role: 'escalation',
            level: 2,
            name: 'Vic',
            email: 'vic@brittle.example',
          },
          {
            side: 'vendor',
            role: 'escalation',
            level: 3,
            name: 'Cleo',
            email: 'cleo@brittle.example',
          },
          { side: 'ours', role: 'sponsor', name: 'Sue', email: 'sue@example.com' },
        ].map(
          (contact) =>
            ({ ...contact, vendorId: cast.vendor.brittle.id }) as typeof contacts.$inferInsert,
        ),
      );
    });
  });

  const levels = async () =>
    (await eventsOf())
      .filter(({ kind }) => kind === 'escalated')
      .map(({ details }) => `${String(details?.['level'])} ${String(details?.['asOf'])}`);

  it('climbs the ladder of a critical case day by day, each step once', async () => {
    expect(await follow('2024-01-12')).toMatchObject({ escalated: 1 });
    expect(await follow('2024-01-12')).toMatchObject({ escalated: 0 });
    expect(await mailsOf('caseEscalated')).toEqual([
      'bea@brittle.example',
      'bruno@example.com',
      'marek@example.com',
      'mona@example.com',
      'olga@example.com',
    ]);
    expect(await follow('2024-01-28')).toMatchObject({ escalated: 0 });
    // On that day the vendor whose report is missing is also late with its answer.
    expect(await follow('2024-01-29')).toMatchObject({ escalated: 2 });
    expect(await levels()).toEqual(['1 2024-01-12', '2 2024-01-29']);
  });

  it('after days off has the same steps', async () => {
    expect(await follow('2024-03-01')).toMatchObject({ escalated: 6 });
    expect(await levels()).toEqual(['1 2024-01-12', '2 2024-01-29', '3 2024-02-09']);
    expect(
      (await mailsOf('caseEscalated')).filter((to) => to === 'cleo@brittle.example'),
    ).toHaveLength(1);
  });

  it('ends with an answer', async () => {
    await submitPlan(store, bruno, { caseId, plan });
    expect(await follow('2024-01-20')).toMatchObject({ escalated: 0 });
  });
});
