import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cancelAction } from '~/actions/cancel-action.server';
import { completeAction } from '~/actions/complete-action.server';
import { findAction } from '~/actions/find-action.server';
import { moveAction } from '~/actions/move-action.server';
import { everything } from '~/auth/act';
import { proposeOnDemand } from '~/fallback/propose-on-demand.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { mails } from '~db/schema/notifications';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import { offerings } from '~db/schema/vendors';
import type { CastPerson } from '../../tests/cast';
import { conditionSource } from './condition-source.server';
import {
  scorecardsForEach,
  store,
  cast,
  actOf,
  condition,
  screened,
  decide,
} from '../../tests/casts/scoring-cast';

scorecardsForEach();

describe('an admission on conditions', () => {
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
