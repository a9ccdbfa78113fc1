import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { periodOf } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { proposalCauses, proposals, sourcingGaps } from '~db/schema/fallback';
import { readings, reports } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import { risks } from '~db/schema/risks';
import { caseEvents, cases } from '~db/schema/cases';
import { certificates, offerings } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { decideProposal } from './decide-proposal.server';
import { proposeDue } from './propose-due.server';
import { findProposal } from './proposal-queries.server';

const TODAY = '2024-01-12';
let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await evaluateDueContracts(store, testNow, TODAY);
});

const managerAct = (person: { id: number; name: string }, now = testNow): Act => ({
  actor: { kind: 'person', personId: person.id, name: person.name, role: 'manager', address: null },
  now,
  scope: everything,
});

async function proposalOf(vendorId: number) {
  const [row] = await store.read
    .select({ id: proposals.id })
    .from(proposals)
    .where(eq(proposals.vendorId, vendorId))
    .orderBy(asc(proposals.createdAt));
  const proposal = row && (await findProposal(store.read, everything, row.id));
  if (!proposal) throw new Error('no proposal');
  return proposal;
}

test('an open case with critical breaches is proposed for once, however often the job runs', async () => {
  const first = await proposeDue(store, testNow, TODAY);
  expect(first).toMatchObject({ proposals: 1, joined: 0 });
  expect(await proposeDue(store, testNow, TODAY)).toEqual({ causes: 0, proposals: 0, joined: 0 });

  const proposal = await proposalOf(cast.vendor.brittle.id);
  expect(proposal).toMatchObject({ state: 'open', asOf: TODAY, candidateCount: 2 });
  const { snapshot } = proposal;
  expect(snapshot.candidates.map(({ vendor }) => vendor.code)).toEqual(['HARBOUR', 'TARDY']);
  expect(snapshot.basis).toBe('missed_term');
  expect(snapshot.terms.map(({ target }) => target)).toEqual(['80']);
});

test('who fails a gate is listed with it, the failing vendor as well', async () => {
  await proposeDue(store, testNow, TODAY);
  const { snapshot } = await proposalOf(cast.vendor.brittle.id);
  const gates = Object.fromEntries(
    snapshot.excluded.map(({ vendor, failures }) => [
      vendor.code,
      failures.map(({ gate }) => gate),
    ]),
  );
  expect(gates['POLAR']).toEqual(['certificates']);
  expect(gates['BRITTLE']).toContain('independence');
});

test('the case knows of the proposal on our side, and those who decide and buy get one letter', async () => {
  await proposeDue(store, testNow, TODAY);
  const events = await store.read
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.kind, 'proposal_made'));
  expect(events).toMatchObject([{ internal: true }]);
  const letters = await store.read
    .select()
    .from(mails)
    .where(eq(mails.template, 'fallbackProposed'));
  const to = letters.map(({ toAddress }) => toAddress).sort();
  expect(to).toEqual(['mona', 'marek', 'petra', 'pablo'].map((n) => `${n}@example.com`).sort());
});

test('the letter names no proposal of a market or a service that is offered out of reach alone', async () => {
  const { brittle } = cast.vendor;
  await store.transact(async (tx) => {
    const asia = { vendorId: brittle.id, marketId: cast.market.china.id };
    await tx.insert(offerings).values({ ...asia, serviceId: cast.service.support.id });
  });
  await proposeDue(store, testNow, TODAY);
  const toRemy = and(
    eq(mails.template, 'fallbackProposed'),
    eq(mails.toAddress, 'remy@example.com'),
  );
  const letters = await store.read.select().from(mails).where(toRemy);
  expect(letters.filter(({ body }) => body.includes('LINEHAUL'))).toEqual([]);
  const { id } = await proposalOf(brittle.id);
  const reach = {
    kind: 'reach',
    marketId: cast.market.asia.id,
    path: cast.market.asia.path,
  } as const;
  expect(await findProposal(store.read, reach, id)).toBeNull();
  const france = {
    kind: 'reach',
    marketId: cast.market.paris.id,
    path: cast.market.paris.path,
  } as const;
  expect(await findProposal(store.read, france, id)).toMatchObject({ id });
});

test('a later breach joins the open proposal, which keeps its ranking', async () => {
  await proposeDue(store, testNow, TODAY);
  const before = await proposalOf(cast.vendor.brittle.id);
  const known = await store.read.$count(proposalCauses);
  const later = new Date('2024-02-15T08:00:00.000Z');
  await reportMonth(cast.vendor.brittle.id, 2024, 1, '50');
  await store.transact((tx) =>
    tx.update(offerings).set({ capacity: '1' }).where(eq(offerings.vendorId, cast.vendor.tardy.id)),
  );
  await evaluateDueContracts(store, later, '2024-02-15');
  expect(await proposeDue(store, later, '2024-02-15')).toMatchObject({ proposals: 0, joined: 1 });
  const after = await proposalOf(cast.vendor.brittle.id);
  expect(after.snapshot).toEqual(before.snapshot);
  expect(await store.read.$count(proposalCauses)).toBeGreaterThan(known);
});

test('a cause from before a decision is not proposed for again, a later one is', async () => {
  await proposeDue(store, testNow, TODAY);
  const { id } = await proposalOf(cast.vendor.brittle.id);
  const act = managerAct(cast.person.mona);
  const outcome = await decideProposal(store, act, id, { kind: 'reject', reason: 'They mend it.' });
  expect(outcome).toEqual({ ok: true, value: undefined });
  expect(await proposeDue(store, testNow, TODAY)).toMatchObject({ proposals: 0 });

  const later = new Date('2024-02-15T08:00:00.000Z');
  await reportMonth(cast.vendor.brittle.id, 2024, 1, '50');
  await evaluateDueContracts(store, later, '2024-02-15');
  expect(await proposeDue(store, later, '2024-02-15')).toMatchObject({ proposals: 1 });
});

test('a case that is over asks for nobody', async () => {
  await store.transact((tx) =>
    tx.update(cases).set({ state: 'closed', closedAt: testNow.toISOString() }),
  );
  expect(await proposeDue(store, testNow, TODAY)).toMatchObject({ proposals: 0 });
});

test('a term without a market speaks of the markets whose own readings missed', async () => {
  const { brittle } = cast.vendor;
  await store.transact(async (tx) => {
    const base = { vendorId: brittle.id, serviceId: cast.service.haulage.id };
    await tx.insert(offerings).values({ ...base, marketId: cast.market.china.id });
  });
  await reportMonth(brittle.id, 2023, 12, '60', cast.market.china.id);
  await reportMonth(brittle.id, 2023, 12, '90', cast.market.france.id);
  await proposeDue(store, testNow, TODAY);
  expect((await proposalOf(brittle.id)).marketId).toBe(cast.market.china.id);
});

test('without a candidate a gap opens, and the nearest misses are named', async () => {
  await store.transact((tx) => tx.delete(certificates));
  await proposeDue(store, testNow, TODAY);
  const { id, snapshot, candidateCount } = await proposalOf(cast.vendor.brittle.id);
  expect(candidateCount).toBe(0);
  expect(snapshot.nearestMisses).toHaveLength(3);
  const gaps = await store.read.select().from(sourcingGaps);
  expect(gaps).toMatchObject([{ proposalId: id, openedOn: TODAY, closedOn: null }]);
});

test('a contract about to end without a successor calls for somebody, one renewed in time does not', async () => {
  const { harbour, tardy } = cast.vendor;
  const end = (contractId: number, endsOn: string) =>
    store.transact((tx) =>
      tx.update(contracts).set({ endsOn }).where(eq(contracts.id, contractId)),
    );
  await end(harbour.contractId, '2024-03-31');
  await end(tardy.contractId, '2024-03-31');
  await store.transact(async (tx) => {
    const [old] = await tx.select().from(contracts).where(eq(contracts.id, tardy.contractId));
    if (!old) throw new Error('no contract');
    const { id: _id, ...contract } = old;
    const next = { number: 'TARDY-2024', startsOn: '2024-04-01', endsOn: '2024-12-31' };
    await tx.insert(contracts).values({ ...contract, ...next });
  });
  await proposeDue(store, testNow, TODAY);
  const rows = await store.read.select().from(proposals);
  expect(rows.filter(({ vendorId }) => vendorId === tardy.id)).toEqual([]);
  expect(rows.find(({ vendorId }) => vendorId === harbour.id)?.marketId).toBeNull();
});

test('a risk that is critical after treatment is a matter of the whole service', async () => {
  const { harbour } = cast.vendor;
  const risk = { category: 'financial' as const, likelihood: 5, impact: 5, residualImpact: 5 };
  await store.transact((tx) =>
    tx.insert(risks).values({
      ...risk,
      vendorId: harbour.id,
      title: 'Insolvency',
      residualLikelihood: 4,
      reviewedOn: '2024-01-10',
    }),
  );
  expect(await proposeDue(store, testNow, TODAY)).toMatchObject({ proposals: 2 });
  const { snapshot } = await proposalOf(harbour.id);
  expect(snapshot.causes).toMatchObject([{ kind: 'critical_risk', score: 20 }]);
  expect(await proposeDue(store, testNow, TODAY)).toMatchObject({ proposals: 0, causes: 0 });
});

async function reportMonth(
  vendorId: number,
  year: number,
  month: number,
  value: string,
  marketId: number | null = null,
) {
  await store.transact(async (tx) => {
    const [report] = await tx
      .insert(reports)
      .values({
        vendorId,
        state: 'accepted',
        source: 'vendor_report',
        channel: 'file',
        createdAt: testNow.toISOString(),
      })
      .returning({ id: reports.id });
    await tx.insert(readings).values({
      reportId: report?.id ?? 0,
      vendorId,
      kpiId: cast.kpi.onTime.id,
      marketId,
      period: periodOf(year, month),
      source: 'vendor_report',
      value,
    });
  });
}
