import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { people } from '~db/schema/auth';
import { contracts } from '~db/schema/contracts';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { documents } from '~db/schema/documents';
import { mails, reminders } from '~db/schema/notifications';
import { certificates } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { remindDates } from './remind-dates.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

async function change(values: Partial<typeof contracts.$inferInsert>) {
  const { contractId } = cast.vendor.harbour;
  await store.transact(async (tx) => {
    await tx.update(contracts).set(values).where(eq(contracts.id, contractId));
  });
}

/** Runs the job on a day and says what was written to one of procurement. */
async function run(day: string) {
  const before = (await store.read.select().from(mails)).length;
  const { datesReminded } = await remindDates(store, new Date(`${day}T06:20:00.000Z`), day);
  const rows = await store.read
    .select({ subject: mails.subject })
    .from(mails)
    .where(eq(mails.toAddress, cast.person.petra.email))
    .orderBy(asc(mails.createdAt));
  const letters = rows.map(({ subject }) => subject);
  return {
    datesReminded,
    letters,
    written: (await store.read.select().from(mails)).length - before,
  };
}

/** The harbour's contract alone has a date in reach. */
const soon = { endsOn: '2024-04-10', noticeDays: 30 };
const others = async () => {
  await store.transact(async (tx) => {
    await tx.update(contracts).set({ endsOn: '2030-12-31' });
  });
};

describe('reminders of dates', () => {
  beforeEach(others);

  it('are written once for each step, to procurement', async () => {
    await change(soon);
    expect(await run('2024-01-10')).toMatchObject({ datesReminded: 1 });
    expect(await run('2024-01-10')).toMatchObject({ datesReminded: 0, written: 0 });
    expect(await run('2024-01-11')).toMatchObject({
      letters: [
        'Harbour Line: notice on contract HARBOUR-2023 by 11 Mar 2024',
        'Harbour Line: term of contract HARBOUR-2023 ends on 10 Apr 2024',
      ],
      written: 2,
    });
  });

  it('come once, and not four times, after ten days off', async () => {
    await change({ endsOn: '2024-04-10' });
    for (const [day, count] of [
      ['2024-03-10', 1],
      ['2024-03-20', 1],
      ['2024-04-02', 0],
      // Off for ten days: the seventh day before and the day itself have passed.
      ['2024-04-12', 1],
      ['2024-04-13', 0],
    ] as const)
      expect([day, (await run(day)).datesReminded]).toEqual([day, count]);
  });

  it('are armed again when the end moves', async () => {
    await change({ endsOn: '2024-04-10' });
    expect((await run('2024-04-03')).datesReminded).toBe(1);
    await change({ endsOn: '2024-06-30' });
    expect((await run('2024-04-04')).datesReminded).toBe(1);
    expect((await run('2024-05-31')).datesReminded).toBe(1);
    expect(await store.read.select().from(reminders)).toMatchObject([
      { kind: 'contract_end', date: '2024-06-30', daysBefore: 30 },
    ]);
  });

  it('follow the day in the contract’s time zone', async () => {
    await change({ endsOn: '2024-04-10', timeZone: 'America/New_York' });
    const early = new Date('2024-04-03T03:00:00.000Z');
    expect(await remindDates(store, early, '2024-04-03')).toEqual({ datesReminded: 1 });
    expect(await store.read.select().from(reminders)).toMatchObject([{ daysBefore: 30 }]);
  });

  it('say a usual certificate in the language of who is written to', async () => {
    await store.transact(async (tx) => {
      await tx
        .update(certificates)
        .set({ kind: 'Safety audit', number: 'SA-7', expiresOn: '2024-02-01' })
        .where(eq(certificates.vendorId, cast.vendor.harbour.id));
      await tx.update(people).set({ locale: 'zh-CN' });
    });
    const { letters } = await run('2024-01-12');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('证书“安全审计（SA-7）”将于2024年2月1日到期');
  });

  it('reach the vendor too where a certificate expires', async () => {
    await store.transact(async (tx) => {
      await tx
        .update(certificates)
        .set({ expiresOn: '2024-02-01' })
        .where(eq(certificates.vendorId, cast.vendor.harbour.id));
    });
    expect(await run('2024-01-12')).toMatchObject({ datesReminded: 1 });
    const to = await store.read
      .select({ to: mails.toAddress })
      .from(mails)
      .orderBy(mails.toAddress);
    expect(to.map((row) => row.to)).toEqual([
      'hanna@example.com',
      'pablo@example.com',
      'petra@example.com',
    ]);
  });

  it('lead each side to its own page', async () => {
    await store.transact(async (tx) => {
      await tx
        .update(certificates)
        .set({ expiresOn: '2024-02-01' })
        .where(eq(certificates.vendorId, cast.vendor.harbour.id));
    });
    await run('2024-01-12');
    const letters = await store.read
      .select({ to: mails.toAddress, body: mails.body })
      .from(mails)
      .orderBy(mails.toAddress);
    expect(letters.map(({ body }) => /\/(vendors|company)\S*/.exec(body)?.[0])).toEqual([
      '/company/certificates',
      `/vendors/${cast.vendor.harbour.id}`,
      `/vendors/${cast.vendor.harbour.id}`,
    ]);
  });

  it('are written of documents and checks too, each step once, also when nothing ran on the day', async () => {
    const { harbour } = cast.vendor;
    const on = { vendorId: harbour.id, expiresOn: '2024-04-10' };
    await store.transact(async (tx) => {
      const file = { fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 1, sha256: 'a' };
      const document = {
        ...on,
        ...file,
        subjectKind: 'vendor' as const,
        subjectId: harbour.id,
        kind: 'policy' as const,
        uploadedSide: 'vendor' as const,
        uploadedAt: '2024-01-02T08:00:00.000Z',
      };
      await tx.insert(documents).values([
        { ...document, title: 'Data policy', internal: false },
        { ...document, title: 'Credit report', internal: true },
      ]);
      await tx.insert(dueDiligenceChecks).values({
        ...on,
        kind: 'licences',
        state: 'passed',
        result: 'passed',
        openedAt: '2023-04-10T08:00:00.000Z',
      });
    });
    for (const [day, count] of [
      ['2024-01-10', 0],
      // Ninety days before lay in a pause.
      ['2024-01-20', 3],
      ['2024-03-11', 3],
      ['2024-03-12', 0],
      ['2024-04-03', 3],
      ['2024-04-10', 3],
      ['2024-04-11', 0],
    ] as const)
      expect([day, (await run(day)).datesReminded]).toEqual([day, count]);
    const theirs = await store.read
      .select({ subject: mails.subject })
      .from(mails)
      .where(eq(mails.toAddress, cast.person.hanna.email));
    expect(theirs).toHaveLength(4);
    for (const { subject } of theirs) expect(subject).toContain('Data policy');
  });

  it('leave drafts, and dates long past, alone', async () => {
    await change({ endsOn: '2024-01-20', state: 'draft' });
    expect((await run('2024-01-12')).datesReminded).toBe(0);
    await change({ endsOn: '2023-11-30', state: 'active' });
    expect((await run('2024-01-12')).datesReminded).toBe(0);
  });
});
