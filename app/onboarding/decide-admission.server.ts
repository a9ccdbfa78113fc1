import { and, eq, isNull } from 'drizzle-orm';
import { promiseActions } from '~/actions/promise-action.server';
import { tellOwnersOfOurs } from '~/actions/tell-owner.server';
import { colleagues } from '~/actions/colleague-queries.server';
import { ownerOf } from '~/actions/action-fields';
import { dayOf, everything, personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { changeStatus } from '~/vendors/vendor';
import { enterStatus } from '~/vendors/change-vendor-status.server';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { tierOf, tierQuestions, type Tier } from '~/vendors/tier';
import { tierAnswers, type TierAnswers } from '~/vendors/tier-form';
import { findVendor, type Vendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { actions } from '~db/schema/actions';
import { admissions } from '~db/schema/onboarding';
import type { Reader, Store, Tx } from '~db/store.server';
import { mayDecide, statusAfter, type AdmissionDecision } from './admission';
import { admissionFields, conditionFields } from './admission-fields';
import { resultBehind } from './assessment-queries.server';
import { checksOfVendor } from './check-queries.server';
import { checksLacking } from './due-diligence';
import { tellOfAdmission } from './tell-of-admission.server';
import { checkersOf, introducersOf, participantsOf } from './participant-queries.server';

/** Answers to the four questions that come with a decision are the decider's, and no grading before it. */
const withDecision = { withDecision: true };

type Asked = {
  vendorId: number;
  /** Decision, reason and the scoring that it rests on; the four answers of the tier where they change. */
  input: unknown;
  conditions: readonly Readonly<Record<string, string>>[];
};

/**
 * Decides on a vendor that was put up for screening: tier, status, the decision with its reason and its conditions as
 * actions, in one transaction or not at all. Who may, and what a decision needs, is said by `mayDecide`.
 */
export async function decideAdmission(
  store: Store,
  act: Act,
  { vendorId, input, conditions }: Asked,
): Promise<Outcome> {
  const read = readFields(admissionFields, input);
  if (!read.ok) return read;
  const promised = readConditions(conditions, dayOf(act.now));
  if (!promised.ok) return promised;
  const { decision, scoringId } = read.value;
  const given = promised.value;
  const answered = hasTierAnswers(input) ? readFields(tierAnswers, input) : done(null);
  if (!answered.ok) return answered;
  const answers = answered.value;
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    if (vendor.status !== 'screening' && vendor.status !== 'conditional')
      return refused('vendor_not_screened', {}, 'decision');
    const to = changeStatus(vendor.status, statusAfter[decision]);
    if (!to.ok) return to;
    const tier = tierFor(vendor, answers);
    const grounds = await groundsOf(tx, { ...vendor, tier }, act.now, scoringId);
    const may = mayDecide({
      ...grounds,
      decision,
      tier,
      tierBefore: vendor.tier,
      conditions: given.length,
      decider: deciderOf(act),
    });
    if (!may.ok) return may;
    const owners = await ownersAreColleagues(tx, given);
    if (!owners.ok) return owners;
    const graded =
      answers === null ? done(tier) : await gradeVendor(store, act, vendorId, input, withDecision);
    if (!graded.ok) return graded;
    const entered = await enterStatus(tx, act, vendor, statusAfter[decision]);
    if (!entered.ok) return entered;
    await writeAdmission(tx, act, vendor, { ...read.value, tier, grounds, conditions: given });
    return done();
  });
}

const deciderOf = (act: Act) => ({
  personId: personIdOf(act),
  role: act.actor.kind === 'person' ? act.actor.role : ('' as const),
});

type Decided = {
  decision: AdmissionDecision;
  reason: string;
  tier: Tier | null;
  grounds: Awaited<ReturnType<typeof groundsOf>>;
  conditions: readonly Condition[];
};

/** The decision itself, its conditions as actions, the letters to those concerned, and its audit entry. */
async function writeAdmission(
  tx: Tx,
  act: Act,
  vendor: Vendor,
  { decision, reason, tier, grounds, conditions }: Decided,
): Promise<void> {
  const id = randomId();
  const vendorId = vendor.id;
  await tx.insert(admissions).values({
    id,
    vendorId,
    scoringId: grounds.assessment?.scoringId ?? null,
    decision,
    reason,
    decidedAt: act.now.toISOString(),
    decidedBy: personIdOf(act),
  });
  const promised = await promiseActions(
    tx,
    act,
    { origin: 'assessment', originId: id },
    conditions.map(({ line: _line, ...condition }) => ({ ...condition, vendorId })),
  );
  await tellOwnersOfOurs(tx, act, promised);
  await tellOfAdmission(tx, act, vendor, { decision, conditions });
  await record(tx, act, {
    action: 'admission.decided',
    entity: 'admission',
    entityId: id,
    vendorId,
    after: {
      decision,
      reason,
      tier,
      total: grounds.assessment?.total ?? null,
      checksLacking: grounds.checksLacking,
      conditions: conditions.map(({ title, dueOn }) => `${title} (${dueOn})`),
    },
  });
}

/** What a decision on a vendor of a tier rests on: its checks, the scoring named, else the latest valid one, and who took part. */
export async function groundsOf(
  reader: Reader,
  vendor: Pick<Vendor, 'id' | 'tier' | 'status' | 'gradedBy'>,
  now: Date,
  scoringId: number | null = null,
) {
  const today = dayOf(now);
  const assessment = await resultBehind(reader, vendor.id, { scoringId, today });
  const checks = await checksOfVendor(reader, everything, vendor.id);
  return {
    tier: vendor.tier,
    assessment,
    result: assessment?.result ?? null,
    checksLacking: vendor.tier === null ? [] : checksLacking(vendor.tier, checks, today),
    conditionsMet:
      vendor.status === 'conditional' && (await openConditions(reader, vendor.id)) === 0,
    tookPart: [
      ...(await introducersOf(reader, vendor.id)),
      ...(await checkersOf(reader, vendor.id)),
      ...[vendor.gradedBy ?? [], assessment?.recordedBy ?? []].flat(),
      ...(assessment?.scoringId == null ? [] : await participantsOf(reader, assessment.scoringId)),
    ],
  };
}

async function openConditions(reader: Reader, vendorId: number): Promise<number> {
  return reader.$count(
    actions,
    and(
      eq(actions.vendorId, vendorId),
      eq(actions.origin, 'assessment'),
      isNull(actions.doneAt),
      isNull(actions.cancelledAt),
    ),
  );
}

/** The tier by the four answers where the form has them, set when the decision stands; else the vendor's own. */
function tierFor(vendor: Pick<Vendor, 'tier'>, answers: TierAnswers | null): Tier | null {
  return answers === null ? vendor.tier : tierOf(answers);
}

function hasTierAnswers(input: unknown): boolean {
  return typeof input === 'object' && input !== null && tierQuestions.some((name) => name in input);
}

type Condition = ReturnType<typeof ownerOf> & { title: string; dueOn: string; line: number };

/** The conditions of a form; a wrong one is named by its line, one that is due already too (`date_past`). */
function readConditions(
  lines: readonly Readonly<Record<string, string>>[],
  today: string,
): Outcome<Condition[]> {
  const faults: Reason[] = [];
  const conditions: Condition[] = [];
  for (const [index, line] of lines.entries()) {
    if ((line['title'] ?? '').trim() === '' && (line['dueOn'] ?? '').trim() === '') continue;
    const read = readFields(conditionFields, line);
    const at = (field = '') => `conditions[${index}].${field}`;
    if (!read.ok) {
      faults.push(...(read.fields ?? []).map((fault) => ({ ...fault, field: at(fault.field) })));
    } else if (read.value.dueOn < today) {
      faults.push({ code: 'date_past', field: at('dueOn') });
    } else {
      const { title, dueOn, ...who } = read.value;
      conditions.push({ ...ownerOf(who), title, dueOn, line: index });
    }
  }
  return faults.length > 0 ? refusedFields(faults) : done(conditions);
}

/** Conditions of ours go to people of ours; a wrong one is named by its line. */
async function ownersAreColleagues(
  reader: Reader,
  conditions: readonly Condition[],
): Promise<Outcome> {
  const known = new Set((await colleagues(reader)).map(({ id }) => id));
  const wrong = conditions.filter(({ ownerId }) => ownerId !== null && !known.has(ownerId));
  return wrong.length === 0
    ? done()
    : refusedFields(
        wrong.map(({ line }) => ({ code: 'not_a_choice', field: `conditions[${line}].ownerId` })),
      );
}
