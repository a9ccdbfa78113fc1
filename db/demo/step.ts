import type { Act, Scope } from '~/auth/act';
import { everything } from '~/auth/act';
import type { Role } from '~/auth/permission';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';

/** Where the demo is loaded to. */
export type Portal = { store: Store; uploads: string };

/** Something that happens in the demo's history at an instant, ISO UTC. */
export type Event = { at: string; run: (at: string) => Promise<void> };

/** A person of the demo who can act. */
export type Player = { personId: number; name: string; role: Role; scope: Scope };

/** What the person does at an instant, as if signed in then. */
export function actOf({ personId, name, role, scope }: Player, at: string): Act {
  return {
    actor: { kind: 'person', personId, name, role, address: null },
    now: new Date(at),
    scope,
  };
}

/** The act of the house before anybody could sign in: from the command line. */
export function setupAct(at: string): Act {
  return { actor: { kind: 'command' }, now: new Date(at), scope: everything };
}

/** The value of a step that the demo counts on; a refusal is an error of the demo. */
export function mustBeDone<T>(outcome: Outcome<T>, step: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    `the demo could not ${step}: ${JSON.stringify(outcome.fields ?? outcome.reason)}`,
  );
}

/** The same for imports, which answer with the rows that are wrong. */
export function mustHaveNoFaults(
  answer: { ok: true; value: unknown } | { ok: false; faults: unknown[] },
  step: string,
): void {
  if (!answer.ok)
    throw new Error(`the demo could not ${step}: ${JSON.stringify(answer.faults.slice(0, 5))}`);
}
