import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '~/audit/verify-chain.server';
import { everything } from '~/auth/act';
import { demoSignIns } from '~/auth/demo-account-queries.server';
import { isPassword } from '~/auth/password.server';
import { roles } from '~/auth/permission';
import { tasksFor } from '~/desk/load-desk.server';
import { deskRows } from '~/desk/task';
import { defineKpis } from '~/kpi/define-kpis.server';
import { certificationOf } from '~/onboarding/certification';
import { certificationFacts } from '~/onboarding/certification-queries.server';
import { worked } from '~/onboarding/load-scoring.server';
import {
  pipelinePage,
  pipelineSpec,
  stageCards,
  stageCounts,
} from '~/onboarding/pipeline-queries.server';
import { findScoring, listScorings, scoringListSpec } from '~/onboarding/scoring-queries.server';
import { machineClock } from '~/shared/clock';
import { restatementsOf } from '~/reviews/restatement-queries.server';
import { verifyPack } from '~/reviews/pack-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { formatPeriod, periodOf } from '~/shared/period';
import { engine } from '~db/columns';
import { people } from '~db/schema/auth';
import { slaTerms } from '~db/schema/contracts';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { accountEntries, manualEntries, statementEntries, statements } from '~db/schema/settlement';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { freshStore } from '../../tests/database';
import { brokenPacks, frozenPacks, leaks, reviewStates } from '../../tests/demo/demo-packs';
import { amendedTests } from '../../tests/demo/amended';
import { packFigureTests } from '../../tests/demo/pack-figures';
import { paperTests } from '../../tests/demo/papers';
import { quarterTests } from '../../tests/demo/quarters';
import { standardTests } from '../../tests/demo/standards';
import { BY_VOLUME } from './contract-files';
import { demoFile } from './figures';
import { holdingOf, loadDemo } from './load-demo';
import { newcomers } from './newcomers';
import { DEMO_NOW } from './people';
import { signInTable } from './sign-in-table';
import { FEE_PER_FLIGHT } from './offering-figures';
import { mustHaveNoFaults, setupAct } from './step';

/** The whole demo takes its time on a server: the embedded engine, which a clone starts with, shows it all. */
describe.skipIf(engine === 'postgres')('the demo', () => {
  let store: Store;
  const uploads = mkdtempSync(join(tmpdir(), 'mainstay-demo-'));
  afterAll(() => rmSync(uploads, { recursive: true, force: true }));

  beforeAll(async () => {
    store = await freshStore();
    expect(await holdingOf(store.read)).toBe('empty');
    const started = machineClock.now().getTime();
    await loadDemo({ store, uploads }, () => undefined);
    const seconds = (machineClock.now().getTime() - started) / 1000;
    process.stdout.write(`demo loaded in ${seconds.toFixed(1)} s\n`);
  }, 600_000);

  it('is known as the demo from then on', async () => {
    expect(await holdingOf(store.read)).toBe('demo');
  });

  it('has every network figure of the published data, to half of its last digit', async () => {
    const rows = await store.read
      .select({
        vendor: vendors.code,
        kpi: kpis.code,
        period: readings.period,
        value: readings.value,
      })
      .from(readings)
      .innerJoin(reports, eq(reports.id, readings.reportId))
      .innerJoin(vendors, eq(vendors.id, readings.vendorId))
      .innerJoin(kpis, eq(kpis.id, readings.kpiId))
      .where(
        and(
          isNull(readings.marketId),
          isNull(readings.supersededBy),
          eq(reports.state, 'accepted'),
        ),
      );
    const stored = new Map(
      rows.map((row) => [`${row.vendor} ${formatPeriod(row.period)} ${row.kpi}`, row.value]),
    );
    const tidy: Record<string, string>[] = parse(demoFile('airline-otp/kpi-tidy.csv'), {
      columns: true,
    });
    expect(rows).toHaveLength(3492);
    expect(tidy).toHaveLength(3492);
    const off = tidy.filter((row) => {
      const value = stored.get(`${row['carrier_code']} ${row['period']} ${row['kpi_code']}`);
      return value == null || Math.abs(Number(value) - Number(row['value'])) > 0.000_05 + 1e-9;
    });
    expect(off).toEqual([]);
  });

  it('finds the breaches of punctuality that the data is known for', async () => {
    const months = await breachedMonths(store);
    expect(months.get('B6')).toHaveLength(20);
    expect(months.get('F9')).toHaveLength(20);
    expect(months.get('G4')).toHaveLength(18);
    expect(months.get('G4')?.at(-1)).toBe('2023-10');
    expect(months.get('QX')).toEqual(['2022-12']);
    expect(months.get('WN')).toContain('2022-12');
    expect(months.get('WN')).toContain('2023-01');
    expect(months.get('OO')).not.toContain('2023-03');
    expect(months.get('OO')).not.toContain('2023-04'); // Its report came late: the breach was withdrawn.
  });

  it('froze packs of which none has changed since', async () => {
    const { frozen, broken } = await brokenPacks(store);
    expect(broken).toEqual([]);
    expect(frozen).toBe(48);
  });

  describe('its figures in packs', () => packFigureTests(() => store));
  describe('its quarters', () => quarterTests(() => store));
  describe('its papers', () => paperTests(() => store));
  describe('its amendment dated back', () => amendedTests(() => store));
  describe('its standards', () => standardTests(() => store));

  it('gives carriers packs in which nothing internal and no other carrier is named', async () => {
    expect(await leaks(store)).toEqual([]);
  });

  it('tells of December first in Southwest’s pack for the fourth quarter of 2022', async () => {
    const packs = await frozenPacks(store, 'shared');
    const found = packs.find(
      ({ pack }) => pack.vendor.code === 'WN' && pack.quarter === periodOf(2022, 10),
    );
    expect(found?.pack.exceptions[0]?.words).toMatchObject({
      key: 'failures.failed',
      params: {
        month: { kind: 'period', period: periodOf(2022, 12) },
        severity: { words: { key: 'severity.critical' } },
        value: { kind: 'measure', unit: '%' },
      },
    });
  });

  it('keeps in Southwest’s pack what was first reported for November 2022, and shows what was corrected', async () => {
    const packs = await frozenPacks(store, 'shared');
    const reviewId = packs.find(
      ({ pack }) => pack.vendor.code === 'WN' && pack.quarter === periodOf(2022, 10),
    )?.reviewId;
    const restated = await restatementsOf(
      store.read,
      everything,
      reviewId ?? 0,
      new Date(DEMO_NOW),
    );
    expect(restated.get('kpis/OTD_PCT/-/2022-11')).toMatchObject({
      value: expect.stringMatching(/^81\.86/) as string,
    });
    expect((await verifyPack(store.read, everything, reviewId ?? 0, 'shared'))?.isIntact).toBe(
      true,
    );
  });

  it('carries what was promised at a review and not done over to the next one, with its age', async () => {
    const packs = await frozenPacks(store, 'shared');
    const next = packs.find(
      ({ pack }) => pack.vendor.code === 'B6' && pack.quarter === periodOf(2023, 4),
    );
    const late = next?.pack.exceptions.find(
      ({ kind, words }) =>
        kind === 'late' &&
        words.params?.['action']?.kind === 'text' &&
        words.params['action'].text === '每周按枢纽通报准点率及最差枢纽的改进措施',
    );
    expect(late?.words.params?.['count']).toMatchObject({ kind: 'count' });
    expect(await reviewStates(store)).toEqual({ frozen: 4, planned: 13, recorded: 1, signed: 43 });
  });

  it('pays one carrier by the flight, as its published figures count them', async () => {
    const tidy: Record<string, string>[] = parse(demoFile('airline-otp/kpi-tidy.csv'), {
      columns: true,
    });
    const rows = tidy.filter(
      (row) => row['carrier_code'] === BY_VOLUME && row['kpi_code'] === 'FLIGHTS_COMPLETED',
    );
    const flown = new Map(rows.map((row) => [row['period'], Number(row['value'])]));
    const stated = await store.read
      .select({ period: statements.period, fee: statements.feeMinor, open: statements.feeOpen })
      .from(statements)
      .innerJoin(vendors, eq(vendors.id, statements.vendorId))
      .where(eq(vendors.code, BY_VOLUME));
    const known = stated.filter(({ open }) => !open);
    expect(known.length).toBeGreaterThanOrEqual(10);
    for (const { period, fee } of known)
      expect([formatPeriod(period), fee]).toEqual([
        formatPeriod(period),
        (flown.get(formatPeriod(period)) ?? 0) * FEE_PER_FLIGHT * 100,
      ]);
  });

  it('has bonuses and penalties that two people decided, and one that waits for the second', async () => {
    const byHand = await store.read.select().from(manualEntries);
    expect(byHand.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'bonus approved',
      'penalty approved',
      'penalty proposed',
    ]);
    for (const { state, proposedBy, decidedBy } of byHand)
      expect(state === 'proposed' || (decidedBy !== null && decidedBy !== proposedBy)).toBe(true);
    const posted = await store.read
      .select()
      .from(accountEntries)
      .innerJoin(statementEntries, eq(statementEntries.entryId, accountEntries.id))
      .where(eq(accountEntries.source, 'by_hand'));
    expect(posted.map(({ account_entries: { amountMinor } }) => amountMinor).sort()).toEqual(
      [-2_500_000, 600_000].sort(),
    );
  });

  it('measures Southwest unrounded', async () => {
    const [measured] = await store.read
      .select({ value: evaluations.measured, severity: evaluations.severity })
      .from(breaches)
      .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
      .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
      .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
      .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
      .where(
        and(
          eq(vendors.code, 'WN'),
          eq(kpis.code, 'OTD_PCT'),
          isNull(slaTerms.marketId),
          eq(breaches.period, 2023 * 12),
        ),
      );
    expect(measured?.value).toMatch(/^79\.97229/);
    expect(measured?.severity).toBe('minor');
  });

  it('keeps its audit trail whole and in the order of its days', async () => {
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
    const backwards = await store.read.rows<{ sequence: number }>(sql`
      select later.sequence from audit_entries later
      join audit_entries earlier on earlier.sequence = later.sequence - 1
      where later.at < earlier.at limit 5`);
    expect(backwards).toEqual([]);
  });

  it('gives everybody a desk of at most ten rows, and most something to do', async () => {
    const now = new Date(DEMO_NOW);
    for (const role of roles) {
      const scope =
        role === 'vendor'
          ? { kind: 'vendor' as const, vendorId: await vendorId(store, 'WN') }
          : everything;
      const rows = deskRows(
        await tasksFor(store.read, role, { scope, now, locale: 'en', personId: 0 }),
      );
      expect(rows.length).toBeLessThanOrEqual(10);
      if (role !== 'administrator' && role !== 'auditor' && role !== 'reviewer')
        expect(rows.length).toBeGreaterThan(1);
    }
  });

  it('has firms on their way in at different stages, none of them in any figure', async () => {
    const told = newcomers.map(({ code }) => code);
    const stages = await store.read
      .select({ code: vendors.code, status: vendors.status, tier: vendors.tier })
      .from(vendors)
      .where(inArray(vendors.code, told))
      .orderBy(vendors.code);
    expect(stages).toEqual([
      { code: 'BALTICWING', status: 'prospect', tier: null },
      { code: 'CORDILLERA', status: 'screening', tier: 'standard' },
      { code: 'HUATU', status: 'screening', tier: 'preferred' },
    ]);
    // The board reckons the stages from what happened: asked by mail, in their checks, in the tables and the columns alike.
    const at = { today: DEMO_NOW.slice(0, 10), now: DEMO_NOW };
    const query = parseListQuery(new URLSearchParams(), pipelineSpec);
    const stageOf = {
      ...{ BALTICWING: 'invited', CORDILLERA: 'screening', HUATU: 'screening' },
      NLC: 'screening', // A hit in a sanctions list holds it up.
    };
    const board = await stageCards(store.read, everything, query, at);
    expect(Object.fromEntries(board.map(({ code, stage }) => [code, stage]))).toEqual(stageOf);
    const table = await pipelinePage(store.read, everything, query, at);
    expect(Object.fromEntries(table.map(({ code, stage }) => [code, stage]))).toEqual(stageOf);
    expect(await stageCounts(store.read, everything, query, at)).toMatchObject({
      ...{ registered: 0, invited: 1, filling_in: 0, screening: 3 },
      ...{ assessment: 0, decision: 0, admitted: 0, rejected: 0 },
    });
    const reported = await store.read
      .select({ id: readings.id })
      .from(readings)
      .innerJoin(vendors, eq(vendors.id, readings.vendorId))
      .where(inArray(vendors.code, told))
      .limit(1);
    expect(reported).toEqual([]);
    const states = await store.read
      .select({ vendor: vendors.code, state: dueDiligenceChecks.state, count: count() })
      .from(dueDiligenceChecks)
      .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
      .where(inArray(vendors.code, told))
      .groupBy(vendors.code, dueDiligenceChecks.state)
      .orderBy(vendors.code, dueDiligenceChecks.state);
    expect(states.map((row) => Object.values(row).join(' '))).toEqual([
      'CORDILLERA in_progress 1',
      'CORDILLERA not_started 2',
      'CORDILLERA passed 2',
      'HUATU awaiting_sign_off 1',
      'HUATU in_progress 1',
      'HUATU passed 6',
    ]);
  });

  it('tells local from regional and global, for a carrier with a record and a newcomer without', async () => {
    const rows = await store.read
      .select({ id: vendors.id, code: vendors.code })
      .from(vendors)
      .where(inArray(vendors.code, ['QX', 'HUATU', 'B6']));
    const levels: Record<string, unknown> = {};
    for (const { id, code } of rows) {
      const facts = await certificationFacts(store.read, id, DEMO_NOW.slice(0, 10));
      const { level, next } = certificationOf(facts);
      levels[code] = [level, next?.level, next?.lacks.some(({ need }) => /region/.test(need))];
    }
    expect(levels).toEqual({
      B6: [null, 'local', false],
      HUATU: ['local', 'regional', true],
      QX: ['regional', 'global', true],
    });
    // Nothing was measured in the second region.
    const measured = await store.read
      .select({ code: markets.code })
      .from(readings)
      .innerJoin(markets, eq(markets.id, readings.marketId))
      .where(inArray(markets.code, ['CA', 'EA', 'CN', 'JP']));
    expect(measured).toEqual([]);
  });

  it('shows assessments at every stage, the results of the complete ones released', async () => {
    const all = await listScorings(
      store.read,
      everything,
      parseListQuery(new URLSearchParams(), scoringListSpec),
      0,
    );
    const stories = all.map(
      ({ vendorCode, state, handedIn, result }) => `${vendorCode} ${state} ${handedIn} ${result}`,
    );
    expect(stories.sort()).toEqual([
      'AS concluded 3 qualified',
      'CORDILLERA scoring 2 null',
      'DL concluded 3 qualified',
      'F9 concluded 3 conditional',
      'HUATU concluded 3 conditional',
      'HUATU settling 3 null',
    ]);
    for (const { state, releasedAt, demonstration } of all)
      expect([state === 'concluded', demonstration]).toEqual([releasedAt !== null, true]);
    const settling = all.find(({ state }) => state === 'settling')?.id ?? 0;
    const found = await findScoring(store.read, everything, settling);
    expect(found && (await worked(store.read, found, null)).open).toEqual(['contingency1']);
  });

  it('signs in whom it names, and nobody else by the shown password', async () => {
    const accounts = await demoSignIns(store.read);
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(roles));
    expect(accounts.filter(({ role }) => role === 'vendor')).toHaveLength(2);
    const password = accounts[0]?.password ?? '';
    const hidden = await store.read
      .select({ hash: people.passwordHash })
      .from(people)
      .where(eq(people.email, 'reports@f9.example'));
    expect(await isPassword(password, hidden[0]?.hash ?? null)).toBe(false);
    const [martin] = await store.read
      .select({ hash: people.passwordHash })
      .from(people)
      .where(eq(people.email, 'martin@mainstay.example'));
    expect(await isPassword(password, martin?.hash ?? null)).toBe(true);
    const table = await signInTable(store.read);
    for (const { email } of accounts) expect(table).toContain(email);
  });
});

it('does not take a store in which anything was done for an empty one', async () => {
  const store = await freshStore();
  expect(await holdingOf(store.read)).toBe('empty');
  mustHaveNoFaults(
    await defineKpis(store, setupAct(DEMO_NOW), demoFile('airline-otp/kpi-definitions.csv')),
    'define the KPIs',
  );
  expect(await holdingOf(store.read)).toBe('other');
});

/** The months in which each carrier's whole network missed its punctuality, in order. */
async function breachedMonths(store: Store): Promise<Map<string, string[]>> {
  const rows = await store.read
    .select({ vendor: vendors.code, period: breaches.period })
    .from(breaches)
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .where(and(eq(kpis.code, 'OTD_PCT'), isNull(slaTerms.marketId), isNull(breaches.withdrawnAt)))
    .orderBy(vendors.code, breaches.period);
  const months = new Map<string, string[]>();
  for (const { vendor, period } of rows)
    months.set(vendor, [...(months.get(vendor) ?? []), formatPeriod(period)]);
  return months;
}

async function vendorId(store: Store, code: string): Promise<number> {
  const [row] = await store.read
    .select({ id: vendors.id })
    .from(vendors)
    .where(eq(vendors.code, code));
  return row?.id ?? 0;
}
