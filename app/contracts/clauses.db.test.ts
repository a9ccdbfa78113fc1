import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { auditEntries } from '~db/schema/audit';
import { clauses } from '~db/schema/clauses';
import { contracts, contractScopes } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { checkClause, keepContractData } from './check-clause.server';
import { clauseStandingOf, clauseStandings } from './clause-gap-queries.server';
import { checksOfContracts, listClauses, textsOfClause } from './clause-queries.server';
import { addClause, changeClause } from './keep-clause.server';
import { addRequirement, removeRequirement } from './keep-requirement.server';
import { modelClauses, modelRequirements } from './model-clauses';
import { seedClauses } from './seed-clauses.server';

let store: Store;
let cast: Cast;
let act: Act;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await seedClauses(store, testNow);
  const { id, name, role } = cast.person.petra;
  act = {
    now: testNow,
    scope: everything,
    actor: { kind: 'person', personId: id, name, role, address: null },
  };
});

const clauseId = async (code: string) =>
  (await store.read.select().from(clauses).where(eq(clauses.code, code)))[0]?.id ?? 0;

async function gapsOf(contractId = cast.vendor.harbour.contractId) {
  const library = await listClauses(store.read);
  const standing = await clauseStandingOf(store.read, everything, contractId);
  return standing?.gaps.map(
    (gap) => `${library.find(({ clause }) => clause.id === gap.clauseId)?.clause.code} ${gap.kind}`,
  );
}

const text = { textEn: 'New words.', textZh: '新的文字。', reason: 'Advice of counsel' };

describe('the library', () => {
  it('comes with the product once, and keeps what the house wrote', async () => {
    const clause = await clauseId('audit');
    const [before] = await textsOfClause(store.read, clause);
    const { clause: row } = (await listClauses(store.read)).find(
      ({ clause: { id } }) => id === clause,
    )!;
    expect(await changeClause(store, act, clause, { ...row, ...text })).toMatchObject({ ok: true });
    expect(await seedClauses(store, testNow)).toBe(0);
    expect((await listClauses(store.read)).map(({ clause: { code } }) => code)).toEqual(
      modelClauses.map(({ code }) => code),
    );
    expect(await textsOfClause(store.read, clause)).toMatchObject([
      { version: 2, textEn: 'New words.', changedBy: 'Petra Procurement' },
      { version: 1, textEn: before?.textEn, changedBy: null },
    ]);
  });

  it('lists each clause with its latest text and how many rules ask for it', async () => {
    const asked = modelRequirements.flatMap(({ codes }) => codes);
    const listed = await listClauses(store.read);
    expect(listed.length).toBeGreaterThan(1);
    for (const { clause, version, requirements } of listed) {
      expect(version).toBe(1);
      expect(requirements).toBe(asked.filter((code) => code === clause.code).length);
    }
    const audit = await clauseId('audit');
    await changeClause(store, act, audit, {
      ...listed.find(({ clause }) => clause.id === audit)!.clause,
      ...text,
    });
    const versions = (await listClauses(store.read)).map(({ clause, version }) => [
      clause.code,
      version,
    ]);
    expect(versions.filter(([, version]) => version === 2)).toEqual([['audit', 2]]);
  });

  it('asks why a text changes, and makes no version of the same text', async () => {
    const { clause, version } = (await listClauses(store.read))[0]!;
    const [latest] = await textsOfClause(store.read, clause.id);
    const same = { ...clause, textEn: latest?.textEn, textZh: latest?.textZh, nameEn: 'Scope' };
    expect(
      await changeClause(store, act, clause.id, { ...clause, ...text, reason: '' }),
    ).toMatchObject({ reason: { code: 'required', field: 'reason' } });
    expect(await changeClause(store, act, clause.id, same)).toMatchObject({ ok: true });
    expect((await listClauses(store.read))[0]).toMatchObject({
      clause: { nameEn: 'Scope' },
      version,
    });
  });

  it('takes clauses of the house, each code once', async () => {
    const own = {
      ...{ code: 'carbon', group: 'performance', nameEn: 'Carbon', nameZh: '碳排放' },
      ...{ protectsEn: 'The climate', protectsZh: '气候', lookForEn: 'Tonnes', lookForZh: '吨' },
      ...text,
    };
    expect(await addClause(store, act, own)).toMatchObject({ ok: true });
    expect(await addClause(store, act, own)).toMatchObject({ reason: { code: 'already_exists' } });
    expect(
      await addRequirement(store, act, await clauseId('carbon'), {
        market: String(cast.market.france.id),
        effect: 'required',
        reasonEn: 'Law',
        reasonZh: '法律',
      }),
    ).toMatchObject({ ok: true });
    expect(await gapsOf()).toContain('carbon unchecked');
  });
});

describe('a contract', () => {
  it('is asked for less where a market is excepted, and for more after it is taken back', async () => {
    const arbitration = await clauseId('arbitration');
    const { harbour } = cast.vendor;
    await store.transact(async (tx) => {
      await tx
        .update(contractScopes)
        .set({ marketId: cast.market.paris.id })
        .where(eq(contractScopes.contractId, harbour.contractId));
    });
    const except = {
      ...{ market: String(cast.market.europe.id), effect: 'not_required' },
      ...{ reasonEn: 'Courts', reasonZh: '法院' },
    };
    expect(await gapsOf()).toContain('arbitration unchecked');
    await addRequirement(store, act, arbitration, except);
    expect(await addRequirement(store, act, arbitration, except)).toMatchObject({
      reason: { code: 'requirement_exists' },
    });
    expect(await gapsOf()).not.toContain('arbitration unchecked');
    const standing = await clauseStandingOf(store.read, everything, harbour.contractId);
    expect(standing?.facts.collectedIn).toEqual(['FR']);
  });

  it('needs a ground for personal data that leaves, and names the version it was compared with', async () => {
    const { contractId } = cast.vendor.polar;
    const data = { dataKind: 'personal', workedOnIn: 'in', mechanisms: ['adequacy'] };
    expect(await keepContractData(store, act, contractId, data)).toMatchObject({ ok: true });
    const transfer = await clauseId('data_transfer');
    const present = { state: 'present', place: 'Annex 3' };
    await checkClause(store, act, { contractId, clauseId: transfer }, present);
    expect(await gapsOf(contractId)).toContain('data_transfer mechanism');
    const grounds = { ...data, mechanisms: ['scc_module_2', 'security_assessment'] };
    await keepContractData(store, act, contractId, grounds);
    const gaps = await gapsOf(contractId);
    expect(gaps).toContain('data_processing unchecked');
    expect(gaps?.some((gap) => gap.startsWith('data_transfer'))).toBe(false);
    expect(await checksOfContracts(store.read, everything, [contractId])).toMatchObject([
      { clauseId: transfer, comparedWith: 1, place: 'Annex 3', checkedBy: 'Petra Procurement' },
    ]);
    const entries = await store.read.select().from(auditEntries);
    expect(entries.map(({ action }) => action)).toContain('contract.clause_checked');
    expect(
      await keepContractData(store, act, contractId, { ...data, workedOnIn: 'XX' }),
    ).toMatchObject({ fields: [{ code: 'country_unknown', field: 'workedOnIn' }] });
  });

  it('has data that agrees with the role that the contract gives the vendor for it', async () => {
    const { contractId } = cast.vendor.polar;
    const agree = (dataRole: 'none' | 'processor' | null) =>
      store.transact(async (tx) => {
        await tx.update(contracts).set({ dataRole }).where(eq(contracts.id, contractId));
      });
    const say = async (dataKind: string) => {
      const data = { dataKind, workedOnIn: '', mechanisms: [] };
      const kept = await keepContractData(store, act, contractId, data);
      return kept.ok ? null : kept.reason.code;
    };
    await agree('none');
    expect([await say('personal'), await say('business')]).toEqual(['data_role_none', null]);
    await agree('processor');
    expect([await say('none'), await say('sensitive')]).toEqual(['data_role_without_data', null]);
    await agree(null);
    expect([await say('none'), await say('personal')]).toEqual([null, null]);
  });

  it('is within the scope or not there', async () => {
    const { contractId, id: vendorId } = cast.vendor.harbour;
    const own = { kind: 'vendor', vendorId: cast.vendor.brittle.id } as const;
    expect(await clauseStandingOf(store.read, own, contractId)).toBeNull();
    const both = [contractId, cast.vendor.brittle.contractId];
    const standings = await clauseStandings(store.read, { kind: 'vendor', vendorId }, both);
    expect([...standings.keys()]).toEqual([contractId]);
    const away = { ...act, scope: own };
    const check = { contractId, clauseId: await clauseId('audit') };
    expect(await checkClause(store, away, check, { state: 'missing' })).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await removeRequirement(store, act, check.clauseId, 1)).toMatchObject({
      reason: { code: 'not_found' },
    });
  });
});
