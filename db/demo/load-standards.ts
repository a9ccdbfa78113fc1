import { applyStandard } from '~/contracts/apply-standard.server';
import { applyApproved, approveRun } from '~/contracts/approve-run.server';
import { contractsToFollow } from '~/contracts/contract-choices.server';
import {
  addStandardTerm,
  changeStandardTerm,
  createStandard,
} from '~/contracts/keep-standard.server';
import { runStandard } from '~/contracts/run-standard.server';
import { everything } from '~/auth/act';
import { defineKpis } from '~/kpi/define-kpis.server';
import { airStandard, publishedStandards, type DemoStandard } from './standards';
import { demoFile } from './figures';
import type { Cast } from './load-people';
import type { Registers } from './load-registers';
import { actOf, mustBeDone, mustHaveNoFaults, type Event, type Portal } from './step';

type Known = { registers: Registers; cast: Cast };

/** Published SLA texts as standards that nobody follows, and one for air transport that the carriers follow from February. */
export function standardHistory(portal: Portal, known: Known): Event[] {
  let run = { standardId: 0, runId: 0 };
  return [
    {
      at: '2024-01-09T09:00:00.000Z',
      async run(at) {
        const act = actOf(known.cast.insiders.petra, at);
        mustHaveNoFaults(
          await defineKpis(portal.store, act, demoFile('sla-terms/kpi-definitions.csv')),
          'define the KPI of SLA texts',
        );
        for (const standard of publishedStandards) await load(portal, known, standard, at);
      },
    },
    {
      at: '2024-01-10T10:00:00.000Z',
      async run(at) {
        run = await followAirStandard(portal, known, at);
      },
    },
    {
      at: '2024-01-11T09:00:00.000Z',
      async run(at) {
        const act = actOf(known.cast.insiders.chen, at);
        mustBeDone(await approveRun(portal.store, act, run), 'approve the air standard');
        await applyApproved(portal.store, act, run.runId);
      },
    },
  ];
}

async function load(
  { store }: Portal,
  { registers, cast }: Known,
  { code, nameEn, nameZh, source, licence, limits, terms }: DemoStandard,
  at: string,
): Promise<{ standardId: number; termIds: number[] }> {
  const act = actOf(cast.insiders.petra, at);
  const market = String(registers.markets.get('GLOBAL'));
  const { standardId } = mustBeDone(
    await createStandard(
      store,
      act,
      { code, nameEn, nameZh, market, source: source ?? '', licence: licence ?? '' },
      { limits: [...limits], demonstration: true },
    ),
    `make the standard ${code}`,
  );
  const termIds: number[] = [];
  for (const document of terms) {
    const said = { standardId, document, effectiveFrom: '2024-01-01', reason: 'Demonstration' };
    const { termId } = mustBeDone(await addStandardTerm(store, act, said), `add to ${code}`);
    termIds.push(termId);
  }
  return { standardId, termIds };
}

async function followAirStandard(
  portal: Portal,
  known: Known,
  at: string,
): Promise<{ standardId: number; runId: number }> {
  const { store } = portal;
  const act = actOf(known.cast.insiders.petra, at);
  const { standardId, termIds } = await load(portal, known, airStandard, at);
  const market = known.registers.markets.get('US') ?? 0;
  mustBeDone(
    await changeStandardTerm(store, act, {
      ...{ standardId, termId: termIds[airStandard.override.term] ?? 0, marketId: market },
      ...{ document: airStandard.override.document, effectiveFrom: '2024-01-01' },
      reason: 'Winter in the north of the United States (demonstration)',
    }),
    'override the standard in the United States',
  );
  const contracts = await contractsToFollow(store.read, everything, at.slice(0, 10));
  const { runId } = mustBeDone(
    await applyStandard(
      store,
      act,
      { standardId, contractIds: contracts.map(({ id }) => id) },
      {
        ...{ market: String(market), effectiveFrom: '2024-02-01', existing: 'keep' },
        reason: 'One standard for air transport (demonstration)',
      },
    ),
    'apply the air standard',
  );
  await runStandard(store, act, runId);
  return { standardId, runId };
}
