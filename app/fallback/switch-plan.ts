import { addDays } from '~/shared/calendar';
import { Decimal } from '~/shared/decimal';
import { switchSteps, type SwitchStep } from './switch-steps';

/** Who answers for a step: our buyer, our owner of the service, the vendor that leaves, the one that takes over. */
export type StepOwner = 'procurement' | 'service_owner' | 'incumbent' | 'successor';

export type PlannedStep = {
  step: SwitchStep;
  position: number;
  owner: StepOwner;
  side: 'ours' | 'vendor';
  dueOn: string;
};

/** The recovery time that a plan is made for where the service states none, in days. */
const USUAL_RECOVERY_DAYS = 30;
/** Days after the cut-over at which it is looked back upon. */
const REVIEW_AFTER_DAYS = 30;

/** Who does what by which part of the recovery time; the cut-over stands at its end. */
const STEPS: Record<Exclude<SwitchStep, 'review'>, { owner: StepOwner; part: string }> = {
  notice: { owner: 'procurement', part: '0.1' },
  data_handover: { owner: 'incumbent', part: '0.4' },
  access: { owner: 'service_owner', part: '0.5' },
  parallel_run: { owner: 'successor', part: '0.8' },
  cut_over: { owner: 'service_owner', part: '1' },
};

/**
 * The steps of a switch with owners and due dates in calendar days, counted from the day of the decision: each by its
 * part of the service's recovery time, rounded up to whole days, the review thirty days after the cut-over. A service
 * without a recovery time is planned over thirty days.
 */
export function switchPlan(decidedOn: string, recoveryDays: number | null): PlannedStep[] {
  const recovery = recoveryDays ?? USUAL_RECOVERY_DAYS;
  return switchSteps.map((step, position) => {
    const owner = ownerOf(step);
    const days =
      step === 'review'
        ? recovery + REVIEW_AFTER_DAYS
        : new Decimal(STEPS[step].part).times(recovery).ceil().toNumber();
    const side = owner === 'incumbent' || owner === 'successor' ? 'vendor' : 'ours';
    return { step, position, owner, side, dueOn: addDays(decidedOn, days) };
  });
}

type StoredStep = {
  id: number;
  step: string | null;
  owner: string | null;
  dueOn: string | null;
  doneAt: string | null;
  cancelledAt: string | null;
};

/** A stored plan as a page shows it: its steps by name, each with a person or, where none is named, our role. */
export function planForPage<Plan extends { steps: readonly StoredStep[] }>(plan: Plan) {
  return {
    ...plan,
    steps: plan.steps.flatMap(({ id, step, owner, dueOn, doneAt, cancelledAt }) => {
      const known = switchSteps.find((name) => name === step);
      if (!known) return [];
      const by = ownerOf(known);
      const role = by === 'procurement' || by === 'service_owner' ? by : null;
      return [{ id, step: known, owner, role, dueOn, doneAt, cancelled: cancelledAt !== null }];
    }),
  };
}

function ownerOf(step: SwitchStep): StepOwner {
  return step === 'review' ? 'service_owner' : STEPS[step].owner;
}
