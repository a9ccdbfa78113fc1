import { createContext, useContext } from 'react';
import type { FormValues } from '~/shared/form-values';
import type { Reason, Refused } from '~/shared/outcome';
import { useReason } from '../use-reason';

/** What the fields of a form need to know: why it was refused, what was entered, and whether it is on its way. */
export type FormState = {
  reasons: readonly Reason[];
  values: FormValues;
  isPending: boolean;
};

export const FormContext = createContext<FormState>({ reasons: [], values: {}, isPending: false });

/** Every reason of a refusal; a form's fields each have their own. */
export function reasonsOf(
  refusal: Pick<Refused, 'reason' | 'fields'> | null | undefined,
): Reason[] {
  if (!refusal) return [];
  return refusal.fields && refusal.fields.length > 0 ? refusal.fields : [refusal.reason];
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

/** A field's id, what was entered in it before, and its error in words. */
export function useField(name: string, initial?: string | null) {
  const { reasons, values } = useContext(FormContext);
  const words = useReason();
  const reason = reasons.find(({ field }) => field === name);
  const entered = values[name];
  return {
    id: fieldId(name),
    error: reason ? words(reason) : undefined,
    value: (Array.isArray(entered) ? entered[0] : entered) ?? initial ?? '',
    all: entered === undefined ? null : Array.isArray(entered) ? entered : [entered],
  };
}

export function useFormState(): FormState {
  return useContext(FormContext);
}
