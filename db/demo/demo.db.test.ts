import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '~/audit/verify-chain.server';
import { everything } from '~/auth/act';
import { demoSignIns } from '~/auth/demo-account-queries.server';
import { isPassword } from '~/auth/password.server';
import { roles } from '~/auth/permission';
import { tasksFor } from '~/desk/load-desk.server';
import { deskRows } from '~/desk/task';
import { defineKpis } from '~/kpi/define-kpis.server';
import { machineClock } from '~/shared/clock';
import { engine } from '~db/columns';
import { people } from '~db/schema/auth';
import { accountEntries, manualEntries, statementEntries } from '~db/schema/settlement';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { freshStore } from '../../tests/database';
import { amendedTests } from '../../tests/demo/amended';
import { packFigureTests } from '../../tests/demo/pack-figures';
import { paperTests } from '../../tests/demo/papers';
import { quarterTests } from '../../tests/demo/quarters';
import { standardTests } from '../../tests/demo/standards';
import { demoFile } from './figures';
import { holdingOf, loadDemo } from './load-demo';
import { DEMO_NOW } from './people';
import { signInTable } from './sign-in-table';
import { mustHaveNoFaults, setupAct } from './step';
import { publishedTests } from '../../tests/demo/published';
import { newcomerTests } from '../../tests/demo/newcomers';
import { packTests } from '../../tests/demo/packs';

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

  describe('its published figures', () => publishedTests(() => store));
  describe('its newcomers', () => newcomerTests(() => store));
  describe('its packs', () => packTests(() => store));
  describe('its figures in packs', () => packFigureTests(() => store));
  describe('its quarters', () => quarterTests(() => store));
  describe('its papers', () => paperTests(() => store));
  describe('its amendment dated back', () => amendedTests(() => store));
  describe('its standards', () => standardTests(() => store));

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

async function vendorId(store: Store, code: string): Promise<number> {
  const [row] = await store.read
    .select({ id: vendors.id })
    .from(vendors)
    .where(eq(vendors.code, code));
  return row?.id ?? 0;
}
