import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct, everything, type Act } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { parseListQuery } from '~/shared/list-query';
import { periodOf } from '~/shared/period';
import { auditEntries, auditHead } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import {
  auditChoices,
  auditListSpec,
  countAudit,
  findAuditEntry,
  listAudit,
} from './audit-queries.server';
import { actorOf } from './entry';
import { entryHash, record } from './record.server';
import type { SaidChange } from './field-value';
import { saidChanges } from './said-changes.server';
import { verifyChain } from './verify-chain.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await write(commandAct(testNow), 'vendor.registered', cast.vendor.harbour.id);
  await write(monas(), 'vendor.changed', cast.vendor.brittle.id, { b: 1, a: ['x'] });
  await write(
    {
      ...commandAct(new Date('2024-02-01T00:00:00.000Z')),
      actor: { kind: 'job', job: 'evaluate' },
    },
    'setting.changed',
    null,
  );
});

function monas(): Act {
  const { id, name, role } = cast.person.mona;
  return {
    ...commandAct(testNow),
    actor: { kind: 'person', personId: id, name, role, address: '::1' },
  };
}

function write(act: Act, action: string, vendorId: number | null, after?: unknown): Promise<void> {
  const [entity = ''] = action.split('.');
  const entityId = vendorId ?? 'house_currency';
  return store.transact((tx) => record(tx, act, { action, entity, entityId, vendorId, after }));
}

describe('the audit trail', () => {
  it('verifies when nothing was touched', async () => {
    expect(await verifyChain(store.read)).toMatchObject({ entries: 3, brokenAt: null });
    const empty = await freshStore();
    expect(await verifyChain(empty.read)).toMatchObject({ entries: 0, brokenAt: null });
  });

  it('tells jobs from people by what they are, whatever people call themselves', async () => {
    await store.transact((tx) =>
      tx.update(people).set({ name: 'job evaluate' }).where(eq(people.id, cast.person.mona.id)),
    );
    await write(monas(), 'vendor.changed', cast.vendor.polar.id);
    const by = async (actor: string) => {
      const query = parseListQuery(new URLSearchParams({ actor }), auditListSpec);
      return (await listAudit(store.read, everything, query)).map((row) => actorOf(row));
    };
    expect(await by('job')).toEqual([{ kind: 'job', job: 'evaluate' }]);
    expect(await by('command')).toEqual([{ kind: 'command' }]);
    expect(await by(String(cast.person.mona.id))).toContainEqual({
      ...{ kind: 'person', name: 'job evaluate', role: 'manager' },
    });
  });

  it('goes on verifying entries from before kinds were kept, and finds them', async () => {
    const old = { personId: null, address: null, vendorId: null, before: null, after: null };
    const [last] = await store.read.select().from(auditHead);
    const entry = {
      ...{ ...old, at: testNow.toISOString(), actor: 'job settle', action: 'setting.changed' },
      ...{ entity: 'setting', entityId: 'house_currency', previousHash: last?.hash ?? '' },
    };
    const hash = entryHash(entry);
    await store.transact(async (tx) => {
      await tx.insert(auditEntries).values({ ...entry, hash });
      await tx.update(auditHead).set({ hash });
    });
    expect(await verifyChain(store.read)).toMatchObject({ entries: 4, brokenAt: null });
    const query = parseListQuery(new URLSearchParams({ actor: 'job' }), auditListSpec);
    expect(await countAudit(store.read, everything, query)).toBe(2);
    await store.transact(async (tx) => {
      await tx.update(auditEntries).set({ actorKind: 'person' }).where(eq(auditEntries.hash, hash));
    });
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: 4 });
  });

  it('chains the entries of transactions that run at the same time', async () => {
    await Promise.all(
      Array.from({ length: 30 }, () => write(monas(), 'vendor.changed', cast.vendor.polar.id)),
    );
    expect(await verifyChain(store.read)).toMatchObject({ entries: 33, brokenAt: null });
  });

  it.each([
    ['changed', sql`update audit_entries set actor = 'somebody else' where sequence = 2`, 2],
    ['taken out of the middle', sql`delete from audit_entries where sequence = 2`, 3],
    ['cut off at the end', sql`delete from audit_entries where sequence = 3`, 3],
    ['emptied', sql`delete from audit_entries`, 1],
  ])('tells where an entry was %s', async (_, tampering, brokenAt) => {
    await store.transact((tx) => tx.execute(tampering));
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt });
  });

  it('tells when an entry was put in', async () => {
    const [last] = await store.read.select().from(auditEntries).where(eq(auditEntries.sequence, 3));
    const { sequence: _, ...forged } = last!;
    await store.transact(async (tx) => {
      await tx.insert(auditEntries).values({ ...forged, action: 'vendor.removed' });
    });
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: 4 });
  });

  it('is found by who, what, which record and day', async () => {
    const list = async (search: string) => {
      const query = parseListQuery(new URLSearchParams(search), auditListSpec);
      const rows = await listAudit(store.read, everything, query);
      expect(await countAudit(store.read, everything, query)).toBe(rows.length);
      return rows.map(({ action }) => action);
    };
    expect(await list('')).toEqual(['setting.changed', 'vendor.changed', 'vendor.registered']);
    expect(await list('sort=at')).toEqual([
      'vendor.registered',
      'vendor.changed',
      'setting.changed',
    ]);
    expect(await list(`actor=${cast.person.mona.id}`)).toEqual(['vendor.changed']);
    expect(await list('actor=job&actor=command')).toEqual(['setting.changed', 'vendor.registered']);
    expect(await list('actor=rubbish')).toEqual([]);
    expect(await list('entity=setting')).toEqual(['setting.changed']);
    expect(await list(`record=${cast.vendor.brittle.id}`)).toEqual(['vendor.changed']);
    expect(await list('month=2024-02')).toEqual(['setting.changed']);
    expect(await list('month=2024-01')).toEqual(['vendor.changed', 'vendor.registered']);
    expect(await list('month=rubbish')).toHaveLength(3);
    expect(await auditChoices(store.read)).toEqual({
      actions: ['setting.changed', 'vendor.changed', 'vendor.registered'],
      entities: ['setting', 'vendor'],
      actors: [{ id: cast.person.mona.id, name: 'Mona Manager' }],
      months: [periodOf(2024, 2), periodOf(2024, 1)],
    });
  });

  it('shows an insider with a reach no vendor outside it', async () => {
    const { asia } = cast.market;
    const scope = { kind: 'reach', marketId: asia.id, path: asia.path } as const;
    const query = parseListQuery(new URLSearchParams(), auditListSpec);
    const rows = await listAudit(store.read, scope, query);
    expect(rows.map(({ action }) => action)).toEqual(['setting.changed']);
    expect(await findAuditEntry(store.read, scope, 1)).toBeNull();
    expect((await findAuditEntry(store.read, everything, 1))?.vendorCode).toBe('HARBOUR');
  });
});

describe('changes in words', () => {
  const reading = (locale: 'en' | 'zh-CN') => ({
    ...{ t: translate(locale), locale, timeZone: 'Europe/Paris' },
  });
  const entry = () => ({
    entity: 'offering',
    before: null,
    after: {
      ...{ vendorId: cast.vendor.brittle.id, marketId: cast.market.france.id, ownerId: 77 },
      ...{ dueOn: '2024-02-01', capacity: '40' },
    },
  });
  const texts = (changes: SaidChange[]) => changes.map(({ path, after }) => [path, after?.text]);

  it('name the records whose ids an entry holds', async () => {
    const [said] = await saidChanges(store.read, everything, reading('en'), [entry()]);
    expect(said?.changes[0]?.after).toEqual({
      text: 'Brittle Freight',
      href: `/vendors/${cast.vendor.brittle.id}`,
    });
    expect(texts(said?.changes ?? []).slice(1)).toEqual([
      ['marketId', 'France'],
      ['ownerId', '77'],
      ['dueOn', '1\u00a0Feb\u00a02024'],
      ['capacity', '40'],
    ]);
  });

  it('leave the id of a vendor that is out of reach, and count what they leave out', async () => {
    const scope = { kind: 'vendor' as const, vendorId: cast.vendor.harbour.id };
    const [said] = await saidChanges(store.read, scope, reading('zh-CN'), [entry()], 2);
    expect(said?.count).toBe(5);
    expect(texts(said?.changes ?? [])).toEqual([
      ['vendorId', String(cast.vendor.brittle.id)],
      ['marketId', '法国'],
    ]);
  });
});
