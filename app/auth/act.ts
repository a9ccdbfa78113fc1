/**
 * What a person or a job can reach: one vendor for its people, a part of the market tree for insiders, and for outside
 * reviewers nothing but the records that were given to them one by one.
 * `everything` is passed by name, by jobs and by insiders without a limit.
 */
export type Scope =
  | { kind: 'everything' }
  | { kind: 'vendor'; vendorId: number }
  | { kind: 'reach'; marketId: number; path: string }
  | { kind: 'grants'; personId: number };

export const everything: Scope = { kind: 'everything' };

/** Who does something, as the audit trail names them. */
export type Actor =
  | { kind: 'person'; personId: number; name: string; role: string; address: string | null }
  | { kind: 'visitor'; address: string | null }
  | { kind: 'job'; job: string }
  | { kind: 'command' };

/** The circumstances of a verb: who, when by the portal's clock, and how far they reach. */
export type Act = { actor: Actor; now: Date; scope: Scope };

export function personIdOf(act: Act): number | null {
  return act.actor.kind === 'person' ? act.actor.personId : null;
}

/** Whose turn it is where people wait for each other: a vendor's people share one, each of ours has their own. */
export function turnOf(act: Act): string {
  if (act.scope.kind === 'vendor') return `vendor ${act.scope.vendorId}`;
  return act.actor.kind === 'person' ? `person ${act.actor.personId}` : act.actor.kind;
}

/** Who speaks in a letter: somebody of a vendor with the company, so that no name is taken for one of ours. */
export function speakerOf({ actor }: Act, vendor: string): string {
  if (actor.kind !== 'person') return '';
  return actor.role === 'vendor' ? `${actor.name} (${vendor})` : actor.name;
}

/** Somebody who has not signed in, at the portal's door. */
export function visitorAct(now: Date, address: string | null): Act {
  return { actor: { kind: 'visitor', address }, now, scope: everything };
}

/** The command line, on the machine itself. */
export function commandAct(now: Date): Act {
  return { actor: { kind: 'command' }, now, scope: everything };
}

/** The day of the act in UTC, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
