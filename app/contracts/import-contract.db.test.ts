import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { auditEntries } from '~db/schema/audit';
import { contracts } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { findContract } from './contract-queries.server';
import { importContract } from './import-contract.server';
import { wholeContract } from './whole-contract.server';
import { termsOfContracts } from './term-queries.server';
import { onTime, banded, documentOf, imported } from '../../tests/cases/contract-file';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

describe('import of a contract', () => {
  it('stores the document so that it comes out again as it went in', async () => {
    const { contractId, contract, terms } = await imported(store);
    expect({ contract, terms }).toEqual({
      contract: 'created',
      terms: { added: 2, changed: 0, unchanged: 0, untouched: 0 },
    });
    const stored = await documentOf(store, contractId);
    expect(stored).toMatchObject({ vendorId: cast.vendor.harbour.id, lastDay: '2024-12-31' });
    expect(stored.document).toMatchObject({
      number: 'C-1',
      vendor: 'HARBOUR',
      currency: 'USD',
      fee: null,
      fees: { '2023-01': '100000.00', '2023-02': '110000.50' },
      credit_cap_percent: '10',
      report_due: { day: 10, grace_days: 5 },
      time_zone: 'Europe/Paris',
    });
    expect(stored.terms.map(({ versions }) => versions[0])).toMatchObject([
      {
        effectiveFrom: '2023-01-01',
        effectiveTo: '2024-12-31',
        term: { kpi: 'OTD_PCT', operator: 'gte', target: '80', warn_at: '82' },
      },
      { term: { kpi: 'CANCEL_PCT', operator: 'lte', target: '2' } },
    ]);
  });

  it('does nothing the second time', async () => {
    await imported(store);
    await store.transact(async (tx) => {
      await tx.update(contractEvaluations).set({ stale: false });
    });
    const entries = await store.read.$count(auditEntries);
    expect(await imported(store)).toMatchObject({
      contract: 'unchanged',
      terms: { added: 0, changed: 0, unchanged: 2, untouched: 0 },
    });
    expect(await store.read.$count(auditEntries)).toBe(entries);
    expect(await store.read.$count(contractEvaluations, eq(contractEvaluations.stale, true))).toBe(
      0,
    );
  });

  it('lets a changed term hold from its date, once', async () => {
    const { contractId } = await imported(store);
    const changed = { terms: [{ ...onTime, target: 81, effective_from: '2023-07-01' }, banded] };
    expect((await imported(store, changed)).terms).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await imported(store, changed)).terms).toMatchObject({ changed: 0, unchanged: 2 });
    const [first] = (await documentOf(store, contractId)).terms;
    expect(
      first?.versions.map(({ term, effectiveFrom, effectiveTo }) => [
        term.target,
        effectiveFrom,
        effectiveTo,
      ]),
    ).toEqual([
      ['80', '2023-01-01', '2023-06-30'],
      ['81', '2023-07-01', '2024-12-31'],
    ]);
    const [flag] = await store.read
      .select()
      .from(contractEvaluations)
      .where(eq(contractEvaluations.contractId, contractId));
    expect(flag?.stale).toBe(true);
  });

  it('takes the date of the file where a changed term names none', async () => {
    const { contractId } = await imported(store);
    const changed = { effective_from: '2023-04-01', terms: [{ ...onTime, target: 79 }, banded] };
    expect((await imported(store, changed)).terms).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await imported(store, changed)).terms).toMatchObject({ changed: 0, unchanged: 2 });
    const [first] = (await documentOf(store, contractId)).terms;
    expect(first?.versions.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2023-01-01',
      '2023-04-01',
    ]);
  });

  it('keeps a version that a correction from the start has overtaken, in force on no day', async () => {
    const { contractId } = await imported(store);
    await imported(store, { terms: [{ ...onTime, target: 81 }, banded] });
    expect((await documentOf(store, contractId)).terms[0]?.versions).toHaveLength(1);
    const [term] = await termsOfContracts(store.read, everything, [contractId]);
    expect(term?.versions.map(({ term: { target }, replacedAt }) => [target, replacedAt])).toEqual([
      ['80', testNow.toISOString()],
      ['81', null],
    ]);
  });

  it('leaves terms alone that the file does not name, and says so', async () => {
    const { contractId } = await imported(store);
    expect((await imported(store, { terms: [onTime] })).terms).toMatchObject({
      unchanged: 1,
      untouched: 1,
    });
    expect((await documentOf(store, contractId)).terms).toHaveLength(2);
  });

  it('takes its own export back without a change, versions and all', async () => {
    const { contractId } = await imported(store);
    await imported(store, {
      terms: [{ ...onTime, target: 79, effective_from: '2023-07-01' }, banded],
    });
    const contract = await findContract(store.read, everything, contractId);
    if (!contract) throw new Error('not stored');
    const exported = await wholeContract(store.read, everything, contract);
    expect(await importContract(store, act, exported)).toMatchObject({
      value: { contract: 'unchanged', terms: { added: 0, changed: 0, unchanged: 3, untouched: 0 } },
    });
  });

  it('changes what the contract says beside its terms', async () => {
    const { contractId } = await imported(store);
    expect(await imported(store, { fees: undefined, fee: '9', title: undefined })).toMatchObject({
      contract: 'changed',
    });
    expect((await documentOf(store, contractId)).document).toMatchObject({
      fee: '9.00',
      fees: null,
    });
    const [row] = await store.read.select().from(contracts).where(eq(contracts.id, contractId));
    expect(row?.title).toBe('Line-haul in France');
  });
});
