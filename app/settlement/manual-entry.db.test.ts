import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import type { Role } from '~/auth/permission';
import { contractsDue } from '~/desk/due-lists.server';
import { tasksFor } from '~/desk/load-desk.server';
import { documentsOf } from '~/documents/document-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { periodOf } from '~/shared/period';
import { auditEntries } from '~db/schema/audit';
import { mails } from '~db/schema/notifications';
import { accountEntries, settlementTerms, statements } from '~db/schema/settlement';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf, expectBalanced } from '../../tests/ledger';
import { accountSpec, listAccount, sumAccount } from './account-queries.server';
import {
  approveManualEntry,
  rejectManualEntry,
  withdrawManualEntry,
} from './decide-manual-entry.server';
import { findManualEntry, manualEntriesOf } from './manual-entry-queries.server';
import { proposeManualEntry } from './propose-manual-entry.server';
import { settleMonths } from './settle-month.server';

const penalty = {
  kind: 'penalty',
  period: '2023-01',
  amount: '1250.50',
  reason: 'Two vehicles without insurance',
  evidence: 'Minutes of 3 February, item 4',
};

async function begun() {
  const store = await freshStore();
  const cast = await castInto(store);
  const uploads = await mkdtemp(join(tmpdir(), 'manual-'));
  const { contractId, id: vendorId } = cast.vendor.brittle;
  const settle = (day: string) => settleMonths(store, new Date(`${day}T12:00:00.000Z`), day);
  await settle('2023-02-12');
  const propose = async (input: Record<string, string> = penalty, file?: { name: string }) => {
    const bytes = new TextEncoder().encode('Insurance ended on 1 January\n');
    const outcome = await proposeManualEntry(
      { store, uploads },
      actOf(cast.person.mona, '2023-02-13'),
      { contractId, input, ...(file && { file: { ...file, bytes } }) },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return { contractId, entryId: outcome.value.entryId };
  };
  const statement = async () => {
    const [row] = await store.read
      .select()
      .from(statements)
      .where(eq(statements.contractId, contractId));
    return row;
  };
  return { store, cast, uploads, contractId, vendorId, settle, propose, statement };
}

describe('a penalty by hand', () => {
  it('is posted only when a second person approves it, with both names, and stands on the statement', async () => {
    const { store, cast, contractId, propose, statement } = await begun();
    const before = await statement();
    const of = await propose(penalty, { name: 'insurance.txt' });
    expect(await statement()).toEqual(before);
    expect(
      await approveManualEntry(store, actOf(cast.person.mona, '2023-02-14'), of),
    ).toMatchObject({ ok: false, reason: { code: 'manual_needs_another' } });
    expect(await statement()).toEqual(before);
    const petra = actOf(cast.person.petra, '2023-02-15');
    expect(await approveManualEntry(store, petra, of)).toMatchObject({ ok: true });
    expect(await statement()).toMatchObject({
      penaltyMinor: -125_050,
      totalMinor: (before?.totalMinor ?? 0) - 125_050,
    });
    const posted = await store.read
      .select()
      .from(accountEntries)
      .where(eq(accountEntries.kind, 'penalty'));
    expect(posted).toMatchObject([
      {
        amountMinor: -125_050,
        source: 'by_hand',
        reason: 'Two vehicles without insurance',
        personId: cast.person.mona.id,
        secondPersonId: cast.person.petra.id,
        onDay: '2023-02-15',
      },
    ]);
    expect(await findManualEntry(store.read, everything, contractId, of.entryId)).toMatchObject({
      state: 'approved',
      entryId: posted[0]?.id,
      proposer: 'Mona Manager',
      decider: 'Petra Procurement',
    });
    expect(await approveManualEntry(store, petra, of)).toMatchObject({
      reason: { code: 'manual_decided' },
    });
    await expectBalanced(store);
  });

  it('keeps its evidence, tells who may decide, and both steps stand in the audit trail', async () => {
    const { store, cast, propose } = await begun();
    const of = await propose(penalty, { name: 'insurance.txt' });
    await approveManualEntry(store, actOf(cast.person.marek, '2023-02-15'), of);
    const subject = { kind: 'manual_entry', id: of.entryId } as const;
    expect(await documentsOf(store.read, everything, subject)).toMatchObject([
      { fileName: 'insurance.txt', kind: 'evidence', internal: true },
    ]);
    const told = await store.read.select().from(mails).where(eq(mails.template, 'penaltyProposed'));
    const addresses = told.map(({ toAddress }) => toAddress);
    expect(addresses).toContain('petra@example.com');
    expect(addresses).not.toContain('mona@example.com');
    const decided = await store.read
      .select()
      .from(mails)
      .where(eq(mails.template, 'penaltyApproved'));
    expect(decided.map(({ toAddress }) => toAddress)).toEqual(['mona@example.com']);
    expect(decided[0]?.body).toContain('Marek');
    const actions = (await store.read.select().from(auditEntries)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['manual_entry.proposed', 'manual_entry.approved']),
    );
  });

  it('waits on the desks of those who may decide until one has, and on nobody else’s', async () => {
    const { store, cast, contractId, vendorId, propose } = await begun();
    const of = await propose();
    const waiting = async (role: Role, personId: number, scope: Scope = everything) => {
      const now = new Date('2023-02-14T12:00:00.000Z');
      const tasks = await tasksFor(store.read, role, { scope, now, locale: 'en', personId });
      return tasks.filter(({ kind }) => kind === 'manual_decision');
    };
    const { mona, marek, petra, bruno } = cast.person;
    const task = {
      href: `/contracts/${contractId}/entries/${of.entryId}`,
      listed: contractId,
      period: periodOf(2023, 1),
      params: { amount: expect.stringContaining('1,250.50') as string },
    };
    expect(await waiting('procurement', petra.id)).toMatchObject([task]);
    expect(await waiting('manager', marek.id)).toMatchObject([task]);
    expect(await waiting('manager', mona.id)).toEqual([]);
    expect(await waiting('vendor', bruno.id, { kind: 'vendor', vendorId })).toEqual([]);
    const asked = { asked: ['manual_decision'], today: '2023-02-14' };
    const listed = (personId: number, scope: Scope = everything) =>
      contractsDue(store.read, scope, { ...asked, personId });
    expect(await listed(petra.id)).toEqual([contractId]);
    expect(await listed(mona.id)).toEqual([]);
    expect(await listed(bruno.id, { kind: 'vendor', vendorId })).toEqual([]);
    await approveManualEntry(store, actOf(petra, '2023-02-15'), of);
    expect(await waiting('manager', marek.id)).toEqual([]);
  });

  it('posts nothing where it is turned down, which takes a reason, or taken back', async () => {
    const { store, cast, contractId, propose } = await begun();
    const petra = actOf(cast.person.petra, '2023-02-15');
    const first = await propose();
    expect(await rejectManualEntry(store, petra, { ...first, remarks: ' ' })).toMatchObject({
      reason: { code: 'required' },
    });
    expect(await rejectManualEntry(store, petra, { ...first, remarks: 'Insured' })).toMatchObject({
      ok: true,
    });
    const told = await store.read.select().from(mails).where(eq(mails.template, 'penaltyRejected'));
    expect(told.map(({ toAddress }) => toAddress)).toEqual(['mona@example.com']);
    expect(told[0]?.body).toContain('Insured');
    const second = await propose();
    expect(await withdrawManualEntry(store, petra, second)).toMatchObject({
      reason: { code: 'manual_not_yours' },
    });
    const mona = actOf(cast.person.mona, '2023-02-16');
    expect(await withdrawManualEntry(store, mona, second)).toMatchObject({ ok: true });
    const states = (await manualEntriesOf(store.read, everything, contractId)).map(
      ({ state }) => state,
    );
    expect([...states].sort()).toEqual(['rejected', 'withdrawn']);
    expect(await store.read.$count(accountEntries, eq(accountEntries.kind, 'penalty'))).toBe(0);
  });

  it('is out of reach of another market and of a month that the contract does not know', async () => {
    const { store, cast, uploads, contractId, propose } = await begun();
    const of = await propose();
    const remy = {
      ...actOf(cast.person.remy, '2023-02-15'),
      scope: { kind: 'vendor', vendorId: cast.vendor.harbour.id } as const,
    };
    expect(await approveManualEntry(store, remy, of)).toMatchObject({
      reason: { code: 'not_found' },
    });
    const input = { ...penalty, period: '2023-03' };
    const mona = actOf(cast.person.mona, '2023-02-15');
    expect(await proposeManualEntry({ store, uploads }, mona, { contractId, input })).toMatchObject(
      { reason: { code: 'manual_month_outside', field: 'period' } },
    );
  });
});

describe('a bonus by hand', () => {
  it('stands beside the bonus by rule: settling again takes nothing back', async () => {
    const { store, cast, contractId, settle, propose, statement } = await begun();
    await store.transact((tx) =>
      tx.insert(settlementTerms).values({
        contractId,
        claimDays: null,
        claimFrom: 'period_end',
        bonusPercent: '1',
        changedAt: '2023-01-01T00:00:00.000Z',
      }),
    );
    const of = await propose({ ...penalty, kind: 'bonus', amount: '300' });
    await approveManualEntry(store, actOf(cast.person.petra, '2023-02-15'), of);
    expect(await statement()).toMatchObject({ bonusMinor: 30_000 });
    expect(Object.values(await settle('2023-02-16'))).toEqual([0, 0, 0, 0]);
    expect(await statement()).toMatchObject({ bonusMinor: 30_000 });
    const query = parseListQuery(new URLSearchParams('kind=bonus'), accountSpec);
    expect(await listAccount(store.read, everything, contractId, query)).toMatchObject([
      { kind: 'bonus', amountMinor: 30_000, person: 'Mona Manager', second: 'Petra Procurement' },
    ]);
    expect(await sumAccount(store.read, everything, contractId, query)).toEqual(
      new Map([['bonus', { rows: 1, minor: 30_000 }]]),
    );
  });
});
