import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import * as acceptanceRoute from '~/routes/_app.breaches.$breachId.plan-acceptance';
import * as acknowledgementRoute from '~/routes/_app.breaches.$breachId.acknowledgement';
import * as disputeRoute from '~/routes/_app.breaches.$breachId.dispute';
import * as excusalRoute from '~/routes/_app.breaches.$breachId.excusal';
import * as planRoute from '~/routes/_app.breaches.$breachId.plan';
import * as replyRoute from '~/routes/_app.breaches.$breachId.reply';
import * as rulingRoute from '~/routes/_app.breaches.$breachId.ruling';
import * as waiverRoute from '~/routes/_app.breaches.$breachId.waiver';
import { breaches, cases } from '~db/schema/cases';
import type { RouteModule, Visitor } from '../visit';
import {
  breachForEach,
  store,
  breachId,
  bruno,
  hanna,
  mona,
  ada,
  petra,
  remy,
  path,
  see,
  text,
} from './breach-visits';

breachForEach();

const send = (visitor: Visitor, route: RouteModule, form = {}) =>
  visitor.send(route, path(), form, { breachId });

async function stateOf(): Promise<string | undefined> {
  const [row] = await store.read
    .select({ state: cases.state })
    .from(cases)
    .innerJoin(breaches, eq(breaches.caseId, cases.id))
    .where(eq(breaches.id, breachId));
  return row?.state;
}

describe('who may do what with a breach', () => {
  const steps = [
    ['acknowledgement', acknowledgementRoute, {}],
    ['plan acceptance', acceptanceRoute, {}],
    ['dispute', disputeRoute, { text: 'No' }],
    ['ruling', rulingRoute, { upheld: 'no', text: 'No' }],
    ['waiver', waiverRoute, { text: 'No' }],
    ['excusal', excusalRoute, { text: 'No' }],
    ['reply', replyRoute, { text: 'No' }],
  ] as const;

  it.each(steps)(
    '%s: another vendor and whoever does not reach it find nothing',
    async (...step) => {
      const [, route, form] = step;
      expect((await send(hanna, route, form)).status).toBe(404);
      expect([403, 404]).toContain((await send(remy, route, form)).status);
      expect(await stateOf()).toBe('open');
    },
  );

  it.each(steps)('%s: auditor and procurement may not', async (...step) => {
    const [, route, form] = step;
    expect((await send(ada, route, form)).status).toBe(403);
    expect((await send(petra, route, form)).status).toBe(403);
    expect(await stateOf()).toBe('open');
  });

  it('the vendor answers, and does not decide', async () => {
    expect((await send(bruno, waiverRoute, { text: 'Please' })).status).toBe(404);
    expect(await send(bruno, acknowledgementRoute)).toMatchObject({
      status: 302,
      location: path(),
    });
    expect(await stateOf()).toBe('acknowledged');
  });

  it('the manager decides, and does not answer for the vendor', async () => {
    expect((await send(mona, acknowledgementRoute)).status).toBe(403);
    expect((await send(mona, waiverRoute, { text: 'They leave' })).status).toBe(302);
    expect(await stateOf()).toBe('waived');
  });

  it('a step that is not open is refused in words, and the page stays', async () => {
    const answer = await send(mona, acceptanceRoute);
    expect(answer).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'case_wrong_state' } } },
    });
  });
});

describe('the plan’s form', () => {
  const plan = {
    'whys[0]': 'Crews arrive late',
    'corrective[1].what': 'Add a crew',
    'corrective[1].dueOn': '2024/2/9',
    'preventive[0].what': 'Plan rosters',
    'preventive[0].dueOn': '2024-03-29',
  };

  it('says at the line what is wrong and keeps what was typed', async () => {
    const answer = await send(bruno, planRoute, { ...plan, 'corrective[1].dueOn': '2023-02-09' });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        refusal: { reason: { code: 'plan_step_day', field: 'corrective[1].dueOn' } },
        values: { 'corrective[1].what': 'Add a crew' },
      },
    });
    expect(await stateOf()).toBe('open');
  });

  it('is sent by the vendor and accepted by the manager', async () => {
    expect((await send(bruno, planRoute, plan)).status).toBe(302);
    expect((await send(mona, acceptanceRoute)).status).toBe(302);
    expect(await stateOf()).toBe('plan_accepted');
  });
});

describe('the page of a breach', () => {
  it('spells out the value, the reckoning and the readings', async () => {
    expect(await see(mona)).toMatchObject({
      status: 200,
      body: {
        evaluation: { measured: '64', shortfall: '16', run: 12, severity: 'critical' },
        credit: {
          steps: [
            { kind: 'tiered', fee: 10_000_000, percent: '10', amount: 1_000_000 },
            { kind: 'withinCap', cap: 1_000_000 },
            { kind: 'issued', amount: 1_000_000 },
          ],
        },
        readings: [{ numerator: '640', denominator: '1000', use: 'used' }],
        history: [{ outcome: 'breached' }],
      },
    });
  });

  it('offers each reader the steps that are open to them', async () => {
    expect(await see(bruno)).toMatchObject({
      body: { case: { moves: ['acknowledge', 'submit_plan', 'dispute'] } },
    });
    expect(await see(mona)).toMatchObject({ body: { case: { moves: ['excuse', 'waive'] } } });
    expect(await see(ada)).toMatchObject({ body: { case: { moves: [] } } });
  });

  it('keeps internal notes and proposals from the vendor', async () => {
    await send(mona, replyRoute, { text: 'ours alone', internal: 'yes' });
    await send(mona, replyRoute, { text: 'for both' });
    expect(text(await see(mona))).toContain('ours alone');
    const own = await see(bruno);
    expect(text(own)).not.toContain('ours alone');
    expect(text(own)).toContain('for both');
    expect(own).toMatchObject({ body: { proposals: null } });
  });

  it('excused on the spot shows the new outcome', async () => {
    const answer = await send(mona, excusalRoute, {
      firstPeriod: '2023-12',
      lastPeriod: '2023-12',
      kind: 'force_majeure',
      text: 'Typhoon',
      agreedBy: 'Mona and Bruno',
    });
    expect(answer.status).toBe(302);
    const page = await see(mona);
    expect(page).toMatchObject({ body: { excusals: [{ kind: 'force_majeure' }] } });
    const [row] = await store.read
      .select({ withdrawnAt: breaches.withdrawnAt })
      .from(breaches)
      .where(eq(breaches.id, breachId));
    expect(row?.withdrawnAt).not.toBeNull();
  });
});
