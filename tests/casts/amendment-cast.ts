import { beforeEach } from 'vitest';
import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { approveAmendment } from '~/contracts/decide-amendment.server';
import { proposeAmendment } from '~/contracts/propose-amendment.server';
import { termsInForce } from '~/contracts/term-queries.server';

export let store: Store;
export let cast: Cast;
export let contractId: number;
export let termId: number;

/** Begins each test with an agreed contract and its term. */
export function agreedContractForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    ({ contractId, termId } = cast.vendor.brittle);
  });
}

export const by = (person: { id: number; name: string; role: string }): Act => ({
  now: testNow,
  scope: everything,
  actor: {
    kind: 'person',
    personId: person.id,
    name: person.name,
    role: person.role,
    address: null,
  },
});

export const tighter = {
  ...{ kpi: 'OTD_PCT', operator: 'gte', target: '90', warn_at: '92' },
  bands: [{ severity: 'minor', from: null, to: '90', points: 1, credit_percent: 5 }],
  credit: { method: 'tiered' },
};

export async function propose(amendmentId: number, effectiveFrom = '2023-07-01') {
  return proposeAmendment(store, by(cast.person.petra), {
    ...{ contractId, amendmentId, effectiveFrom, reason: 'Second half' },
  });
}

export const approve = (person: { id: number; name: string; role: string }, amendmentId: number) =>
  approveAmendment(store, by(person), { contractId, amendmentId });

export const targetOn = async (day: string) =>
  (await termsInForce(store.read, everything, day, cast.vendor.brittle.id))[0]?.version.term.target;
