import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { readTypedDate } from '~/shared/typed-date';
import type { CasePlan } from './case-plan';

/** Lines that the form of a plan offers. */
export const WHY_LINES = 5;
export const STEP_LINES = 4;

type Kind = 'corrective' | 'preventive';

/** The plan that a form holds; days are read as people type them. */
export function planOfForm(values: FormValues): CasePlan {
  const text = (name: string) => String(values[name] ?? '');
  const steps = (kind: Kind) =>
    Array.from({ length: STEP_LINES }, (_, line) => {
      const typed = text(`${kind}[${line}].dueOn`);
      return { what: text(`${kind}[${line}].what`), dueOn: readTypedDate(typed) ?? typed };
    });
  return {
    whys: Array.from({ length: WHY_LINES }, (_, line) => text(`whys[${line}]`)),
    corrective: steps('corrective'),
    preventive: steps('preventive'),
  };
}

/** A refusal of a plan, its fields those of the form: the rule counts written lines alone, the form all of them. */
export function refusalOnForm(refusal: Refused, plan: CasePlan): Refused {
  const { field } = refusal.reason;
  // A text that is too long is named as it stands on the form.
  if (field === undefined || refusal.reason.code === 'too_long') return refusal;
  return { ...refusal, reason: { ...refusal.reason, field: formField(field, plan) } };
}

function formField(field: string, plan: CasePlan): string {
  if (field === 'whys') return 'whys[0]';
  const match = /^(corrective|preventive)(?:\[(\d+)\]\.(\w+))?$/.exec(field);
  if (!match) return field;
  const kind = match[1] as Kind;
  if (match[2] === undefined) return `${kind}[0].what`;
  const written = plan[kind].flatMap(({ what, dueOn }, line) =>
    what.trim() !== '' || dueOn.trim() !== '' ? [line] : [],
  );
  return `${kind}[${written[Number(match[2])] ?? 0}].${match[3] ?? 'what'}`;
}
