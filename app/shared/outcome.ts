/** What a reader may be told: a code that the locale files turn into words, with the values that the words need. */
export type Reason = {
  code: string;
  params?: Record<string, string | number | null>;
  field?: string;
};

/** A refusal that is expected: never an exception. What the verb wrote before it is undone. */
export type Refused = { ok: false; reason: Reason; fields?: Reason[] };

export type Done<T> = { ok: true; value: T };

/** The answer of a verb: it happened, or it was refused and why. */
export type Outcome<T = undefined> = Done<T> | Refused;

export function done(): Done<undefined>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

export function refused(
  code: string,
  params?: Record<string, string | number | null>,
  field?: string,
): Refused {
  return {
    ok: false,
    reason: { code, ...(params && { params }), ...(field !== undefined && { field }) },
  };
}

/** Refusal of a form: every field that is wrong, so that all can be mended at once. */
export function refusedFields(fields: Reason[]): Refused {
  return { ok: false, reason: fields[0] ?? { code: 'invalid' }, fields };
}
