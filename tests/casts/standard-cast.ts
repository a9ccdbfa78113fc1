import { beforeEach } from 'vitest';
import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { actOf } from '../ledger';
import { approveRun, applyApproved } from '~/contracts/approve-run.server';
import { applyStandard } from '~/contracts/apply-standard.server';
import {
  addStandardTerm,
  changeStandardTerm,
  createStandard,
} from '~/contracts/keep-standard.server';
import { runStandard } from '~/contracts/run-standard.server';
import { contractsOfRun } from '~/contracts/standard-queries.server';
import { termsOfContracts } from '~/contracts/term-queries.server';
import { latestVersion } from '~/contracts/term-version';

export let store: Store;
export let cast: Cast;
export let act: Act;
export let standardId: number;
export let termIds: number[];

/** Begins each test with a standard and the contracts that may follow it. */
export function standardForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    const { id, name, role } = cast.person.petra;
    act = {
      ...{ now: testNow, scope: everything },
      actor: { kind: 'person', personId: id, name, role, address: null },
    };
    const words = {
      code: 'ROAD',
      nameEn: 'Road',
      nameZh: '公路',
      market: String(cast.market.world.id),
    };
    standardId = value(await createStandard(store, act, words)).standardId;
    termIds = [];
    for (const document of [
      { kpi: 'OTD_PCT', target: 85 },
      { kpi: 'CANCEL_PCT', target: 2 },
      { kpi: 'OTD_PCT', target: 84, scope: { market: 'PARIS' } },
      { kpi: 'CANCEL_PCT', target: 4, scope: { market: 'PARIS' } },
      { kpi: 'RUNS', target: 100 },
    ])
      termIds.push(
        value(await addStandardTerm(store, act, { standardId, document, ...from('2024-01-01') }))
          .termId,
      );
  });
}

export const from = (effectiveFrom: string) => ({ effectiveFrom, reason: 'Board of March' });

export function value<T>(outcome: { ok: true; value: T } | { ok: false }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export async function apply(contractIds: number[], more: Record<string, string> = {}) {
  const { runId } = value(
    await applyStandard(
      store,
      act,
      { standardId, contractIds },
      {
        ...{
          market: String(cast.market.france.id),
          effectiveFrom: '2024-02-01',
          existing: 'replace',
        },
        ...{ reason: 'One standard', ...more },
      },
    ),
  );
  await runStandard(store, act, runId);
  await approve(runId);
  return contractsOfRun(store.read, everything, runId);
}

export async function change(
  termId: number,
  document: unknown,
  effectiveFrom: string,
  marketId?: number,
) {
  const outcome = await changeStandardTerm(store, act, {
    ...{ standardId, termId, document, ...from(effectiveFrom) },
    marketId: marketId ?? cast.market.world.id,
  });
  if (outcome.ok && outcome.value.runId !== null) await carry(outcome.value.runId);
  return outcome;
}

/** Somebody else approves what a run proposed, in one go. */
export async function approve(runId: number) {
  const by = actOf(cast.person.pablo, '2024-01-20');
  const approved = await approveRun(store, by, { standardId, runId });
  if (approved.ok) await applyApproved(store, by, runId);
  return approved;
}

export async function carry(runId: number) {
  await runStandard(store, act, runId);
  await approve(runId);
}

/** The target of a contract's term on time, with the day from which it holds. */
export async function onTime(contractId: number) {
  const terms = await termsOfContracts(store.read, everything, [contractId]);
  const term = terms.find(({ kpi, market }) => kpi === 'OTD_PCT' && market === null);
  const latest = latestVersion(term?.versions ?? []);
  return [latest?.term.target, latest?.effectiveFrom];
}
