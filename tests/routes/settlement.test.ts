import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandAct } from '~/auth/act';
import type { PortalContext } from '~/context';
import * as contractPage from '~/routes/_app.contracts.$contractId._index/route';
import * as amendmentPage from '~/routes/_app.contracts.$contractId.amendments.$amendmentId._index';
import * as creditPage from '~/routes/_app.contracts.$contractId.credits.$period._index';
import * as claim from '~/routes/_app.contracts.$contractId.credits.$period.claim';
import * as dispute from '~/routes/_app.contracts.$contractId.credits.$period.dispute';
import * as terms from '~/routes/_app.contracts.$contractId.settlement';
import * as credits from '~/routes/_app.credits._index';
import * as acceptances from '~/routes/_app.credits.acceptances';
import * as claims from '~/routes/_app.credits.claims';
import * as statementPage from '~/routes/_app.statements.$statementId._index';
import * as agreement from '~/routes/_app.statements.$statementId.agreement';
import * as sending from '~/routes/_app.statements.$statementId.sending';
import * as settlement from '~/routes/_app.statements.$statementId.settlement';
import * as statementList from '~/routes/_app.statements._index';
import * as csvFile from '~/routes/statements_.$statementId.csv';
import * as pdfFile from '~/routes/statements_.$statementId.pdf';
import { approveAmendment } from '~/contracts/decide-amendment.server';
import { proposeAmendment } from '~/contracts/propose-amendment.server';
import { changeSetting } from '~/settings/change-setting.server';
import { settleMonths } from '~/settlement/settle-month.server';
import { formatNumber } from '~/shared/format';
import { formatMinor } from '~/shared/money';
import { periodOf } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { exchangeRates } from '~db/schema/rates';
import { statements } from '~db/schema/settlement';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { actOf } from '../ledger';
import { pdfText } from '../packs/paper-text';
import { contextFor, visitAs, type Visitor } from '../visit';

const december = periodOf(2023, 12);
const january = periodOf(2023, 1);

let context: PortalContext;
let cast: Cast;
let mona: Visitor;
let petra: Visitor;
let bruno: Visitor;

beforeAll(async () => {
  context = contextFor(await freshStore());
  const { store } = context;
  cast = await castInto(store);
  await evaluateDueContracts(store, testNow, '2024-01-12');
  await settleMonths(store, testNow, '2024-01-12');
  mona = await visitAs(context, cast.person.mona);
  petra = await visitAs(context, cast.person.petra);
  bruno = await visitAs(context, cast.person.bruno);
});

const january2023 = () => ({ contractId: cast.vendor.brittle.contractId, period: '2023-01' });

async function statementOf(period: number) {
  const rows = await context.store.read
    .select()
    .from(statements)
    .where(eq(statements.contractId, cast.vendor.brittle.contractId));
  const found = rows.find((row) => row.period === period);
  if (!found) throw new Error('there is no such statement');
  return found;
}

describe('from a claim to a settled statement', () => {
  it('a manager claims, alone or in the list; the vendor accepts the rest and disputes one', async () => {
    const { contractId, period } = january2023();
    const one = await mona.send(
      claim,
      `/contracts/${contractId}/credits/${period}/claim`,
      {},
      january2023(),
    );
    expect(one.location).toBe(`/contracts/${contractId}/credits/${period}`);
    const several = await mona.send(claims, '/credits/claims', {
      id: [`${contractId}/2023-02`, `${contractId}/2023-03`, 'nonsense'],
    });
    expect(several.location).toBe('/credits');
    expect((await petra.send(claims, '/credits/claims', { id: [] })).status).toBe(403);
    const without = await bruno.send(
      dispute,
      `/contracts/${contractId}/credits/2023-03/dispute`,
      { reason: '' },
      { contractId, period: '2023-03' },
    );
    expect(without.status).toBe(422);
    const disputed = await bruno.send(
      dispute,
      `/contracts/${contractId}/credits/2023-03/dispute`,
      { reason: 'Snow' },
      { contractId, period: '2023-03' },
    );
    expect(disputed.status).toBe(302);
    await bruno.send(acceptances, '/credits/acceptances', {
      id: [`${contractId}/2023-01`, `${contractId}/2023-02`, `${contractId}/2023-03`],
    });
    const page = await bruno.load(creditPage, `/contracts/${contractId}/credits/2023-03`, {
      contractId,
      period: '2023-03',
    });
    expect(page.body).toMatchObject({ balances: { disputed: 1_000_000, claimed: 0 }, steps: [] });
  });

  it('the credits page adds up what stands in which state', async () => {
    const { body } = await mona.load(credits, '/credits?vendor=BRITTLE');
    const parts = (body as { parts: { state: string; amounts: unknown }[] }).parts;
    expect(parts.map(({ state }) => state)).toEqual(['calculated', 'accepted', 'disputed']);
    expect(parts.find(({ state }) => state === 'disputed')?.amounts).toEqual([
      { currency: 'EUR', minor: 1_000_000 },
    ]);
  });

  it('the statement is sent, agreed and settled against an invoice', async () => {
    const { id } = await statementOf(january);
    const at = (path: string) => `/statements/${id}/${path}`;
    const params = { statementId: id };
    expect((await bruno.load(statementPage, `/statements/${id}`, params)).status).toBe(404);
    await petra.send(sending, at('sending'), {}, params);
    expect((await bruno.load(statementPage, `/statements/${id}`, params)).status).toBe(200);
    const { totalMinor } = await statementOf(january);
    await bruno.send(agreement, at('agreement'), { total: totalMinor + 1 }, params);
    expect(await statementOf(january)).toMatchObject({ state: 'sent' });
    await bruno.send(agreement, at('agreement'), { total: totalMinor }, params);
    expect(
      (await petra.send(settlement, at('settlement'), { invoiceNumber: '' }, params)).status,
    ).toBe(422);
    await petra.send(settlement, at('settlement'), { invoiceNumber: 'INV-7' }, params);
    expect(await statementOf(january)).toMatchObject({ state: 'settled', invoiceNumber: 'INV-7' });
    const list = await bruno.load(statementList, '/statements');
    expect((list.body as { rows: unknown[] }).rows).toHaveLength(1);
  });

  it('changes claim terms of a signed contract by an amendment alone, and deadlines follow', async () => {
    const { contractId } = cast.vendor.brittle;
    const path = `/contracts/${contractId}/settlement`;
    const send = (form: Record<string, string>) => petra.send(terms, path, form, { contractId });
    expect(
      (await send({ claimDays: '-3', claimFrom: 'period_end', bonusPercent: '' })).status,
    ).toBe(422);
    const { location } = await send({
      ...{ claimDays: '400', claimFrom: 'period_end', bonusPercent: '1' },
    });
    expect(location).toMatch(/\/amendments\/\d+$/);
    const before = await mona.load(contractPage, `/contracts/${contractId}`, { contractId });
    expect(before.body).toMatchObject({ settlement: { claimDays: null, bonusPercent: null } });
    const amendmentId = Number(location?.split('/').at(-1));
    const { store } = context;
    const of = { contractId, amendmentId };
    const shown = await mona.load(amendmentPage, location ?? '', of);
    expect(shown.body).toMatchObject({
      changes: [
        {
          kind: 'fields',
          before: { claim_days: null, bonus_percent: null },
          fields: { claim_days: 400, bonus_percent: '1' },
        },
      ],
    });
    const petraNow = actOf(cast.person.petra, '2024-01-12');
    const proposed = { ...of, effectiveFrom: '2023-01-01', reason: 'Agreed with the vendor' };
    expect(await proposeAmendment(store, petraNow, proposed)).toMatchObject({ ok: true });
    expect(await approveAmendment(store, petraNow, of)).toMatchObject({
      reason: { code: 'approval_own' },
    });
    const pablo = actOf(cast.person.pablo, '2024-01-12');
    expect(await approveAmendment(store, pablo, of)).toMatchObject({ ok: true });
    await settleMonths(store, testNow, '2024-01-12');
    const { body } = await mona.load(creditPage, `/contracts/${contractId}/credits/2023-12`, {
      contractId,
      period: '2023-12',
    });
    expect(body).toMatchObject({ claimUntil: '2025-02-03', steps: ['claim', 'waive'] });
    for (const reader of [mona, bruno])
      expect(
        (await reader.load(contractPage, `/contracts/${contractId}`, { contractId })).body,
      ).toMatchObject({ settlement: { claimDays: 400, bonusPercent: '1' } });
  });
});

describe('a statement’s files', () => {
  it('say the same as the page, in both languages, with the house currency at dated rates', async () => {
    const { store } = context;
    await store.transact(async (tx) => {
      const rate = { days: 19, source: 'ECB' };
      await tx.insert(exchangeRates).values([
        {
          ...rate,
          period: december,
          quote: 'CNY',
          average: '7.7',
          monthEnd: '7.85',
          monthEndOn: '2023-12-29',
        },
        {
          ...rate,
          period: december - 1,
          quote: 'CNY',
          average: '7.8',
          monthEnd: '7.78',
          monthEndOn: '2023-11-30',
        },
      ]);
    });
    const { id } = await statementOf(january);
    const params = { statementId: id };
    const page = (await mona.load(statementPage, `/statements/${id}`, params)).body as {
      sheet: { lines: { minor: number }[]; totalMinor: number };
      statement: { currency: string };
    };
    const amounts = [...page.sheet.lines.map(({ minor }) => minor), page.sheet.totalMinor];
    expect(amounts).toEqual([10_000_000, -500_000, 9_500_000]);
    const figures = amounts.map((minor) =>
      formatNumber(formatMinor(minor, page.statement.currency), { minDigits: 2 }),
    );
    for (const [language, title] of [
      ['en', 'StatementJan2023'],
      ['zh-CN', '2023年1月结算单'],
    ] as const) {
      const response = await pdfFile.loader(
        mona.args(`/statements/${id}/pdf?lang=${language}`, params),
      );
      const { text } = await pdfText(new Uint8Array(await response.arrayBuffer()));
      expect(text).toContain(title);
      expect(text).toContain('INV-7');
      for (const figure of figures) expect(text).toContain(figure.replace(/\s/g, ''));
    }
    const { body } = await mona.load(csvFile, `/statements/${id}/csv`, params);
    for (const minor of amounts) expect(body).toContain(`,EUR,${formatMinor(minor, 'EUR')}`);
    await changeSetting(store, commandAct(testNow), { name: 'house_currency', value: 'CNY' });
    const open = async (of: number) =>
      (await mona.load(statementPage, `/statements/${of}`, { statementId: of })).body;
    expect(await open((await statementOf(december)).id)).toMatchObject({
      house: { currency: 'CNY' },
      sums: [
        { kind: 'fee', minor: 10_000_000, houseMinor: 77_000_000 },
        { kind: 'exchange', minor: 0, houseMinor: 1_500_000 },
        { kind: 'total', minor: 10_000_000, houseMinor: 78_500_000 },
      ],
    });
    // Without a rate of the month there is no amount, never one for one.
    expect(await open(id)).toMatchObject({
      sums: [{ houseMinor: null }, { houseMinor: null }, { houseMinor: null }],
    });
  });
});
