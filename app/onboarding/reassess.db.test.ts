import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { reassessmentsDue } from '~/desk/newcomer-task-queries.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { cases } from '~db/schema/cases';
import { assessments } from '~db/schema/onboarding';
import { certificates } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { openScoring } from './open-scoring.server';
import { reassessVendors } from './reassess-vendors.server';
import { usableScorecards } from './scorecard-queries.server';
import { seedScorecards } from './seed-scorecards.server';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await seedScorecards(store, testNow);
  await store.transact((tx) =>
    tx.insert(assessments).values(
      Object.values(cast.vendor).map(({ id: vendorId }) => ({
        ...{ vendorId, scorecard: 'Audit', total: '80', result: 'qualified' as const },
        ...{ assessedOn: '2023-09-01', validUntil: '2024-09-01' },
      })),
    ),
  );
});

const run = (day: string) => reassessVendors(store, new Date(`${day}T06:35:00.000Z`), day);

async function asked() {
  const tasks = await reassessmentsDue(store.read, everything);
  return tasks.map(({ params, dueOn }) => `${params['vendor']}: ${params['cause']} ${dueOn}`);
}

const nothing = { reassessmentsRaised: 0, reassessmentsEnded: 0 };

describe('the job that has vendors assessed again', () => {
  it('asks once by the tier’s rhythm, also after days off', async () => {
    expect(await run('2024-01-12')).toEqual(nothing);
    expect(await run('2024-08-20')).toEqual({ reassessmentsRaised: 4, reassessmentsEnded: 0 });
    expect(await run('2024-08-20')).toEqual(nothing);
    expect(await run('2024-10-01')).toEqual(nothing);
    expect(await asked()).toContain('Harbour Line: rhythm 2024-09-01');
  });

  it('asks after a critical breach that stands, and takes it back when the case is excused', async () => {
    await evaluateDueContracts(store, testNow, '2024-01-12');
    expect((await run('2024-01-12')).reassessmentsRaised).toBeGreaterThan(0);
    expect(await asked()).toContainEqual(expect.stringMatching(/^Brittle Freight: incident/));
    expect(await asked()).not.toContainEqual(expect.stringMatching(/^Harbour Line/));
    const { brittle } = cast.vendor;
    await store.transact((tx) =>
      tx.update(cases).set({ state: 'excused' }).where(eq(cases.vendorId, brittle.id)),
    );
    expect((await run('2024-01-13')).reassessmentsEnded).toBe(1);
    expect(await asked()).not.toContainEqual(expect.stringMatching(/^Brittle Freight/));
  });

  it('asks when a certificate that the services ask for ran out, until it is renewed', async () => {
    const { harbour } = cast.vendor;
    const expire = (expiresOn: string) =>
      store.transact((tx) =>
        tx
          .update(certificates)
          .set({ expiresOn })
          .where(and(eq(certificates.vendorId, harbour.id), eq(certificates.kind, 'ISO 9001'))),
      );
    await expire('2024-01-11');
    expect(await run('2024-01-12')).toEqual({ reassessmentsRaised: 1, reassessmentsEnded: 0 });
    expect(await asked()).toEqual(['Harbour Line: certificate 2024-02-10']);
    await expire('2026-01-11');
    expect(await run('2024-01-13')).toEqual({ reassessmentsRaised: 0, reassessmentsEnded: 1 });
  });

  it('is answered by an assessment that begins, and asks for no second one meanwhile', async () => {
    await run('2024-08-20');
    const { petra, pablo } = cast.person;
    const now = new Date('2024-08-21T08:00:00.000Z');
    const actor = { kind: 'person', personId: petra.id, address: null } as const;
    const act: Act = {
      actor: { ...actor, name: petra.name, role: petra.role },
      now,
      scope: everything,
    };
    const [template] = await usableScorecards(store.read);
    const opened = await openScoring(store, act, {
      vendorId: cast.vendor.harbour.id,
      assessorIds: [pablo.id],
      input: { versionId: String(template?.id), cause: 'rhythm', dueOn: '2024-08-31' },
    });
    expect(opened.ok).toBe(true);
    expect(await asked()).not.toContain('Harbour Line: rhythm 2024-09-01');
    expect(await run('2024-08-22')).toEqual(nothing);
  });
});
