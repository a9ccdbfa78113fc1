import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import * as accountPage from '~/routes/_app.contracts.$contractId.account._index';
import * as entryPage from '~/routes/_app.contracts.$contractId.entries.$entryId._index';
import * as approval from '~/routes/_app.contracts.$contractId.entries.$entryId.approval';
import * as rejection from '~/routes/_app.contracts.$contractId.entries.$entryId.rejection';
import * as proposal from '~/routes/_app.contracts.$contractId.entries.new';
import * as byContract from '~/routes/_app.credits.contracts';
import * as accountFile from '~/routes/contracts_.$contractId.account.export';
import * as byContractFile from '~/routes/credits_.contracts.export';
import * as creditsFile from '~/routes/credits_.export';
import { moveCredits } from '~/settlement/move-credits.server';
import { settleMonths } from '~/settlement/settle-month.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { contracts } from '~db/schema/contracts';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { actOf } from '../ledger';
import { contextFor, visitAs, type Visitor } from '../visit';

let context: PortalContext;
let cast: Cast;
let mona: Visitor;
let petra: Visitor;
let bruno: Visitor;
let contractId: number;

beforeAll(async () => {
  context = contextFor(await freshStore());
  const { store } = context;
  cast = await castInto(store);
  ({ contractId } = cast.vendor.brittle);
  await evaluateDueContracts(store, testNow, '2024-01-12');
  await settleMonths(store, testNow, '2024-01-12');
  mona = await visitAs(context, cast.person.mona);
  petra = await visitAs(context, cast.person.petra);
  bruno = await visitAs(context, cast.person.bruno);
});

const form = (more: Record<string, string | Blob> = {}) => ({
  ...{ kind: 'penalty', period: '2023-12', amount: '1,250.50', reason: '=Uninsured' },
  ...{ evidence: 'Minutes, item 4', ...more },
});
const base = () => `/contracts/${contractId}`;

async function propose(more: Record<string, string | Blob> = {}) {
  const file = new File(['Insurance ended\n'], 'insurance.txt', { type: 'text/plain' });
  const path = `${base()}/entries/new`;
  const { location } = await mona.send(proposal, path, form({ file, ...more }), { contractId });
  const entryId = Number(location?.split('/').at(-1));
  return { location, params: { contractId, entryId }, path: location ?? '' };
}

describe('a penalty by hand', () => {
  it('names what is wrong with it', async () => {
    const wrong = await mona.send(
      proposal,
      `${base()}/entries/new`,
      form({ amount: '0.001', period: '2031-01', file: new Blob([]) }),
      { contractId },
    );
    expect(wrong.status).toBe(422);
    const { body } = await mona.send(
      proposal,
      `${base()}/entries/new`,
      form({ amount: '', evidence: ' ' }),
      { contractId },
    );
    expect(body).toMatchObject({
      refusal: { fields: [{ field: 'amount' }, { field: 'evidence', code: 'required' }] },
    });
  });

  it('is decided by a second person, and stands in the account with both names', async () => {
    const { location, params, path } = await propose();
    expect(location).toMatch(/^\/contracts\/\d+\/entries\/\d+$/);
    const own = await mona.load(entryPage, path, params);
    expect(own.body).toMatchObject({ mayDecide: false, mayWithdraw: true });
    expect((own.body as { documents: unknown[] }).documents).toHaveLength(1);
    await mona.send(approval, `${path}/approval`, {}, params);
    const others = await petra.load(entryPage, path, params);
    expect(others.body).toMatchObject({ entry: { state: 'proposed' }, mayDecide: true });
    await petra.send(approval, `${path}/approval`, {}, params);
    const { body } = await petra.load(accountPage, `${base()}/account?kind=penalty`, {
      contractId,
    });
    expect(body).toMatchObject({
      total: 1,
      penaltyMinor: -125_050,
      rows: [{ person: 'Mona Manager', second: 'Petra Procurement', statementState: 'draft' }],
      byHand: [{ state: 'approved' }],
    });
    const file = await petra.load(accountFile, `${base()}/account/export?kind=penalty`, {
      contractId,
    });
    expect(file.body).toContain('-1250.50');
    expect(file.body).toContain('Mona Manager, Petra Procurement');
  });

  it('is offered once the contract is signed', async () => {
    const account = () => mona.load(accountPage, `${base()}/account`, { contractId });
    const become = (state: 'draft' | 'active') =>
      context.store.transact((tx) =>
        tx.update(contracts).set({ state }).where(eq(contracts.id, contractId)),
      );
    expect((await account()).body).toMatchObject({ mayPropose: true });
    await become('draft');
    expect((await account()).body).toMatchObject({ mayPropose: false });
    const refused = await mona.send(proposal, `${base()}/entries/new`, form(), { contractId });
    expect(refused).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'manual_not_signed' } } },
    });
    await become('active');
  });

  it('is turned down with a reason', async () => {
    const { params, path } = await propose();
    const without = await petra.send(rejection, `${path}/rejection`, { remarks: '' }, params);
    expect(without.status).toBe(422);
    await petra.send(rejection, `${path}/rejection`, { remarks: 'It was insured' }, params);
    const { body } = await mona.load(entryPage, path, params);
    expect(body).toMatchObject({ entry: { state: 'rejected', remarks: 'It was insured' } });
  });

  it('and its account are ours alone', async () => {
    const { params, path } = await propose();
    expect((await bruno.load(entryPage, path, params)).status).toBe(404);
    expect((await bruno.load(accountPage, `${base()}/account`, { contractId })).status).toBe(404);
  });
});

describe('credits by contract', () => {
  beforeAll(async () => {
    const keys = [{ contractId, period: 2023 * 12 }];
    const claimed = await moveCredits(context.store, actOf(cast.person.mona, '2024-01-11'), {
      ...{ keys, action: 'claim' },
    });
    expect(claimed).toMatchObject({ ok: true });
  });

  it('tell what is contracted, imposed and paid apart, to a vendor its own', async () => {
    const all = (await mona.load(byContract, '/credits/contracts')).body as Page;
    const own = (await bruno.load(byContract, '/credits/contracts')).body as Page;
    const brittle = all.rows.find((row) => row.contractId === contractId);
    expect(brittle).toMatchObject({ paidMinor: 0, lostMinor: 0 });
    expect(brittle?.imposedMinor).toBeGreaterThan(0);
    expect(brittle?.contractedMinor).toBe(
      (brittle?.imposedMinor ?? 0) + (brittle?.toClaimMinor ?? 0),
    );
    expect(all.sums.reduce((sum, each) => sum + each.contracts, 0)).toBe(all.rows.length);
    expect(own.rows.map((row) => row.contractId)).toEqual([contractId]);
  });

  it('sort by each amount, and are exported as they are asked for', async () => {
    for (const sort of ['contracted', '-imposed', 'paid', 'contract', '-vendor']) {
      const { body } = await mona.load(byContract, `/credits/contracts?sort=${sort}`);
      expect((body as Page).rows.length).toBeGreaterThan(0);
    }
    const file = await bruno.load(byContractFile, '/credits/contracts/export?period=2023-Q1');
    expect(String(file.body).trim().split('\r\n')).toHaveLength(2);
    expect(file.body).toContain('BRITTLE-2023');
    const months = await mona.load(creditsFile, '/credits/export?vendor=BRITTLE&period=2023-Q1');
    const [header = ''] = String(months.body).split('\r\n');
    expect(header).toContain('Credits imposed,Credits paid,Credits lost');
  });
});

type Page = {
  rows: {
    contractId: number;
    contractedMinor: number;
    imposedMinor: number;
    paidMinor: number;
    lostMinor: number;
    toClaimMinor: number;
  }[];
  sums: { contracts: number }[];
};
