import { isDate } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { done, refused, refusedFields, type Outcome, type Refused } from '~/shared/outcome';

/** How often a plan may ask why before it has named the cause. */
const MOST_WHYS = 5;
/** Characters of a why, and of a step, which becomes the title of an action. */
const LONGEST_WHY = 2000;
const LONGEST_STEP = 400;

/** Something that the vendor will do by a day. */
export type PlanStep = { what: string; dueOn: string };

/** The vendor's answer to a case: the cause by asking why, what puts it right, what keeps it from coming back. */
export type CasePlan = { whys: string[]; corrective: PlanStep[]; preventive: PlanStep[] };

/**
 * The plan without its empty lines, or a refusal: no cause (`plan_cause_missing`), more than five whys
 * (`plan_too_many_whys`), no step of a kind (`plan_corrective_missing`, `plan_preventive_missing`), a step without words
 * (`plan_step_empty`) or without a day from today on (`plan_step_day`).
 */
export function checkPlan(plan: CasePlan, today: string): Outcome<CasePlan> {
  const tooLong = whatIsTooLong(plan);
  if (tooLong) return tooLong;
  const whys = plan.whys.map((why) => why.trim()).filter((why) => why !== '');
  if (whys.length === 0) return refused('plan_cause_missing', {}, 'whys');
  if (whys.length > MOST_WHYS) return refused('plan_too_many_whys', { most: MOST_WHYS }, 'whys');
  const corrective = writtenSteps(plan.corrective);
  const preventive = writtenSteps(plan.preventive);
  if (corrective.length === 0) return refused('plan_corrective_missing', {}, 'corrective');
  if (preventive.length === 0) return refused('plan_preventive_missing', {}, 'preventive');
  for (const [field, steps] of Object.entries({ corrective, preventive })) {
    for (const [index, { what, dueOn }] of steps.entries()) {
      if (what === '') return refused('plan_step_empty', {}, `${field}[${index}].what`);
      if (!isDate(dueOn) || dueOn < today)
        return refused('plan_step_day', { day: dueOn, today }, `${field}[${index}].dueOn`);
    }
  }
  return done({ whys, corrective, preventive });
}

/** Asked before anything else: a why or a step beyond its length (`too_long`), named as the plan came. */
function whatIsTooLong({ whys, corrective, preventive }: CasePlan): Refused | null {
  const texts = [
    ...whys.map((text, at) => ({ text, field: `whys[${at}]`, max: LONGEST_WHY })),
    ...Object.entries({ corrective, preventive }).flatMap(([kind, steps]) =>
      steps.map(({ what: text }, at) => ({
        text,
        field: `${kind}[${at}].what`,
        max: LONGEST_STEP,
      })),
    ),
  ];
  const long = texts.flatMap(({ text, ...bounds }) => {
    const said = reasonText(text, { ...bounds, missing: null });
    return said.ok ? [] : [said.reason];
  });
  return long.length > 0 ? refusedFields(long) : null;
}

/** Steps with something in them: a line left wholly empty is no step. */
function writtenSteps(steps: readonly PlanStep[]): PlanStep[] {
  return steps
    .map(({ what, dueOn }) => ({ what: what.trim(), dueOn: dueOn.trim() }))
    .filter(({ what, dueOn }) => what !== '' || dueOn !== '');
}
