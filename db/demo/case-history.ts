import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { completeAction } from '~/actions/complete-action.server';
import { actionSources } from '~/desk/action-sources.server';
import { acceptPlan } from '~/sla/accept-plan.server';
import { acknowledgeCase } from '~/sla/acknowledge-case.server';
import type { CaseState } from '~/sla/case';
import { disputeCase } from '~/sla/dispute-case.server';
import { excuseCase } from '~/sla/excuse-case.server';
import { replyToCase } from '~/sla/reply-to-case.server';
import { ruleOnDispute } from '~/sla/rule-on-dispute.server';
import { submitPlan } from '~/sla/submit-plan.server';
import { addDays } from '~/shared/calendar';
import { firstDay, periodOf, periodsBetween } from '~/shared/period';
import { actions } from '~db/schema/actions';
import { slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { cases } from '~db/schema/cases';
import { vendors } from '~db/schema/vendors';
import { disputes, excusals, lateAnswers, replies, stepsDone } from './case-stories';
import type { Cast } from './load-people';
import { vendorPeople } from './people';
import { planFor } from './plans';
import { actOf, mustBeDone, type Event, type Player, type Portal } from './step';

/** Months after which carriers and managers answered: the last one's breaches are still fresh on the demo's day. */
const FIRST = periodOf(2022, 5);
const LAST_ANSWERED = periodOf(2023, 11);

/** Day of the month after, on which each step of the ordinary course is taken. */
const ACKNOWLEDGED_ON = 13;
const PLANNED_ON = 18;
const AGREED_ON = 21;
const STEPS_DONE_ON = 25;

/** How carriers and managers answered the breaches: the ordinary course, and the stories that differ. */
export function caseHistory(portal: Portal, cast: Cast): Event[] {
  const months = periodsBetween(FIRST, LAST_ANSWERED).flatMap((period): Event[] => {
    const on = (day: number, hour: string) =>
      `${addDays(firstDay(period + 1), day - 1)}T${hour}:30:00.000Z`;
    return [
      { at: on(ACKNOWLEDGED_ON, '15'), run: (at) => acknowledgeAll(portal, cast, at) },
      { at: on(PLANNED_ON, '15'), run: (at) => planAll(portal, cast, at) },
      { at: on(AGREED_ON, '14'), run: (at) => agreeToAll(portal, cast, at) },
      { at: on(STEPS_DONE_ON, '16'), run: (at) => doSteps(portal, cast, at) },
    ];
  });
  return [...months, ...stories(portal, cast)];
}

type OpenCase = { id: number; vendor: string; kpi: string };

/** The vendors' open cases in some states, the network's alone where asked for. */
async function openCases(
  { store }: Portal,
  states: CaseState[],
  of?: { vendor: string; kpi: string },
): Promise<OpenCase[]> {
  return store.read
    .select({ id: cases.id, vendor: vendors.code, kpi: kpis.code })
    .from(cases)
    .innerJoin(vendors, eq(vendors.id, cases.vendorId))
    .innerJoin(kpis, eq(kpis.id, cases.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, cases.termId))
    .where(
      and(
        isNull(cases.closedAt),
        inArray(cases.state, states),
        of && and(eq(vendors.code, of.vendor), eq(kpis.code, of.kpi), isNull(slaTerms.marketId)),
      ),
    )
    .orderBy(vendors.code, kpis.code, cases.id);
}

async function acknowledgeAll(portal: Portal, cast: Cast, at: string): Promise<void> {
  for (const { id, vendor } of await openCases(portal, ['open']))
    mustBeDone(
      await acknowledgeCase(portal.store, actOf(personOf(cast, vendor), at), { caseId: id }),
      `acknowledge a breach of ${vendor}`,
    );
}

async function planAll(portal: Portal, cast: Cast, at: string): Promise<void> {
  for (const each of await openCases(portal, ['open', 'acknowledged'])) {
    if (lateAnswers.some(({ vendor, after }) => vendor === each.vendor && at > after)) continue;
    await plan(portal, cast, each, at);
  }
}

async function plan(portal: Portal, cast: Cast, each: OpenCase, at: string): Promise<void> {
  const locale = vendorPeople[each.vendor]?.locale ?? 'en';
  mustBeDone(
    await submitPlan(portal.store, actOf(personOf(cast, each.vendor), at), {
      caseId: each.id,
      plan: planFor(each.kpi, locale, at.slice(0, 10)),
    }),
    `plan for ${each.vendor}`,
  );
}

async function agreeToAll(portal: Portal, { insiders }: Cast, at: string): Promise<void> {
  for (const { id, vendor } of await openCases(portal, ['plan_submitted'])) {
    const manager = vendor < 'G' ? insiders.martin : insiders.lan;
    mustBeDone(
      await acceptPlan(portal.store, actOf(manager, at), { caseId: id }),
      `accept the plan of ${vendor}`,
    );
  }
}

/** The carriers tick off the steps of their plans some days after they fell due, a few of them much later. */
async function doSteps({ store }: Portal, cast: Cast, at: string): Promise<void> {
  const daysAgo = (days: number) => addDays(at.slice(0, 10), -days);
  const { usualDays, slowDays, slow } = stepsDone;
  const due = await store.read
    .select({ id: actions.id, vendor: vendors.code, dueOn: actions.dueOn })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .where(
      and(
        eq(actions.origin, 'breach'),
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        lte(actions.dueOn, daysAgo(usualDays)),
      ),
    )
    .orderBy(vendors.code, actions.dueOn, actions.id);
  for (const { id, vendor, dueOn } of due) {
    const isSlow = slow.some((code) => code === vendor);
    if (isSlow && dueOn !== null && dueOn > daysAgo(slowDays)) continue;
    const act = actOf(personOf(cast, vendor), at);
    mustBeDone(await completeAction(store, act, id, actionSources), `do a step of ${vendor}`);
  }
}

function stories(portal: Portal, cast: Cast): Event[] {
  const { store } = portal;
  const only = async (of: { vendor: string; kpi: string }, states: CaseState[]) => {
    const [found] = await openCases(portal, states, of);
    if (!found) throw new Error(`${of.vendor} has no case of ${of.kpi} that is ${states.join()}`);
    return found.id;
  };
  const late = lateAnswers.map(({ vendor, plannedAt }): Event => ({
    at: plannedAt,
    async run(at) {
      const open = await openCases(portal, ['open', 'acknowledged']);
      for (const each of open.filter((one) => one.vendor === vendor))
        await plan(portal, cast, each, at);
    },
  }));
  const disputed = disputes.flatMap(({ ruling, ...dispute }): Event[] => [
    {
      at: dispute.at,
      async run(at) {
        const caseId = await only(dispute, ['open', 'acknowledged']);
        const act = actOf(personOf(cast, dispute.vendor), at);
        mustBeDone(await disputeCase(store, act, { caseId, text: dispute.text }), 'dispute');
      },
    },
    ...(ruling
      ? [
          {
            at: ruling.at,
            async run(at: string) {
              const caseId = await only(dispute, ['disputed']);
              const act = actOf(cast.insiders.lan, at);
              mustBeDone(await ruleOnDispute(store, act, { caseId, ...ruling.says }), 'rule');
            },
          },
        ]
      : []),
  ]);
  const excused = excusals.map(({ at, vendor, kpi, ...agreed }): Event => ({
    at,
    async run() {
      const caseId = await only({ vendor, kpi }, [
        'acknowledged',
        'plan_submitted',
        'plan_accepted',
        'verifying',
      ]);
      const act = actOf(cast.insiders.lan, at);
      mustBeDone(await excuseCase(store, act, { caseId, ...agreed }), 'excuse');
    },
  }));
  const said = replies.map(({ at, vendor, kpi, by, text, internal }): Event => ({
    at,
    async run() {
      const [found] = await openCases(portal, OPEN, { vendor, kpi });
      if (!found) throw new Error(`${vendor} has no case of ${kpi} to reply to`);
      const act = actOf(by === 'vendor' ? personOf(cast, vendor) : cast.insiders[by], at);
      mustBeDone(await replyToCase(store, act, { caseId: found.id, text, internal }), 'reply');
    },
  }));
  return [...late, ...disputed, ...excused, ...said];
}

const OPEN: CaseState[] = ['open', 'acknowledged', 'plan_submitted', 'plan_accepted', 'verifying'];

function personOf({ carriers }: Cast, vendor: string): Player {
  const person = carriers.get(vendor);
  if (!person) throw new Error(`nobody answers for ${vendor}`);
  return person;
}
