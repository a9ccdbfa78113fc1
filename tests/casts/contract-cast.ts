import { beforeEach, expect } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { clauseRequirements, clauses } from '~db/schema/clauses';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { approveContract } from '~/contracts/approve-contract.server';
import { clauseGroups } from '~/contracts/clause';
import { createContract } from '~/contracts/create-contract.server';
import { signContract } from '~/contracts/sign-contract.server';
import { submitContract } from '~/contracts/submit-contract.server';

export let store: Store;
export let cast: Cast;

/** Begins each test with the cast. */
export function castForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
  });
}

export const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

export const draft = {
  number: 'D-7',
  title: 'Support desk',
  vendor: 'POLAR',
  starts: '2024-01-01',
  ends: '2024-12-31',
  currency: 'JPY',
  fee: '980',
  services: ['LINEHAUL', 'SUPPORT'],
  markets: ['FR', 'CN'],
  terms: [],
};

export async function create(
  more: Record<string, unknown> = {},
  state: 'draft' | 'active' = 'draft',
) {
  const outcome = await createContract(store, act, { file: { ...draft, ...more }, state });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.contractId;
}

export const by = (person: { id: number; name: string; role: string }): Act => ({
  ...act,
  actor: {
    kind: 'person',
    personId: person.id,
    name: person.name,
    role: person.role,
    address: null,
  },
});

export const signing = (contractId: number) => ({
  ...{ contractId, signedOn: '2024-01-11', reason: null },
  maySignIncomplete: false,
  ...{ papers: [], prevails: null, later: 'Original by courier' },
});

/** Takes a draft all the way to being signed. */
export async function agree(contractId: number) {
  const { petra, pablo, mona } = cast.person;
  for (const outcome of [
    await submitContract(store, by(petra), contractId),
    await approveContract(store, by(pablo), contractId),
    await approveContract(store, by(mona), contractId),
    await signContract(store, by(petra), signing(contractId)),
  ])
    expect(outcome).toMatchObject({ ok: true });
}

/** Every contract has to give us the right to audit. */
export async function requireAuditRight() {
  const text = { protectsEn: '-', protectsZh: '-', lookForEn: '-', lookForZh: '-' };
  const createdAt = testNow.toISOString();
  await store.transact(async (tx) => {
    const [clause] = await tx
      .insert(clauses)
      .values({
        ...{ code: 'AUDIT', group: clauseGroups[0], position: 1, ...text, createdAt },
        ...{ nameEn: 'Audit right', nameZh: '审计权' },
      })
      .returning();
    await tx.insert(clauseRequirements).values({
      ...{ clauseId: clause?.id ?? 0, isRequired: true, reasonEn: '-', reasonZh: '-', createdAt },
    });
  });
}
