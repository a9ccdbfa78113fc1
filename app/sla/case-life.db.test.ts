import { and, asc, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '~/audit/verify-chain.server';
import { refused } from '~/shared/outcome';
import { actions } from '~db/schema/actions';
import { contacts } from '~db/schema/vendors';
import { testNow } from '../../tests/cast';
import { acceptPlan } from './accept-plan.server';
import { acknowledgeCase } from './acknowledge-case.server';
import { closeCase } from './close-case.server';
import { evaluateDueContracts } from './evaluate-contracts.server';
import { moveCaseTo } from './move-case.server';
import { returnPlan } from './return-plan.server';
import { submitPlan } from './submit-plan.server';
import { verifyCase } from './verify-case.server';
import {
  openCaseForEach,
  store,
  cast,
  caseId,
  bruno,
  mona,
  on,
  stateOf,
  eventsOf,
  kindsOf,
  mailsOf,
  follow,
  plan,
  deliver,
} from '../../tests/casts/case-cast';

openCaseForEach();

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
