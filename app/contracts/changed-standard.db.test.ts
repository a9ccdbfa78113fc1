import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { standardTexts } from '~db/schema/standards';
import { detachStandard } from './apply-standard.server';
import { changeTerm } from './change-term.server';
import { addStandardTerm, changeStandardTerm } from './keep-standard.server';
import { effectiveTerms } from './standard';
import { loadStandard, wholeTree } from './standard-queries.server';
import { termsInForce, termsOfContracts } from './term-queries.server';
import {
  standardForEach,
  store,
  cast,
  act,
  standardId,
  termIds,
  from,
  value,
  apply,
  change,
  carry,
  onTime,
} from '../../tests/casts/standard-cast';

standardForEach();

describe('a changed standard', () => {
  it('reaches every contract that inherits it from its day, and none that overrides it', async () => {
    const { harbour, tardy, polar, brittle } = cast.vendor;
    await apply([harbour.contractId, tardy.contractId]);
    await apply([polar.contractId], { market: String(cast.market.china.id) });
    // Tardy's contract gets a text of its own by hand; China overrides the term for Polar's.
    const own = { kpi: 'OTD_PCT', target: 70, effective_from: '2024-02-15' };
    value(
      await changeTerm(store, act, {
        ...{ contractId: tardy.contractId, termId: tardy.termId, document: own },
        ...{ reason: 'Amendment 1', basedOn: null },
      }),
    );
    const china = { kpi: 'OTD_PCT', target: 75 };
    value(await change(termIds[0]!, china, '2024-02-01', cast.market.china.id));
    expect(await onTime(polar.contractId)).toEqual(['75', '2024-02-01']);

    value(await change(termIds[0]!, { kpi: 'OTD_PCT', target: 90 }, '2024-04-01'));
    expect(await onTime(harbour.contractId)).toEqual(['90', '2024-04-01']);
    expect(await onTime(tardy.contractId)).toEqual(['70', '2024-02-15']);
    expect(await onTime(polar.contractId)).toEqual(['75', '2024-02-01']);
    expect(await onTime(brittle.contractId)).toEqual(['80', null]);

    value(await change(termIds[0]!, null, '2024-05-01', cast.market.china.id));
    expect(await onTime(polar.contractId)).toEqual(['90', '2024-05-01']);
  });

  it('brings a new term to who follows it, and nothing to who no longer does', async () => {
    const { harbour, tardy } = cast.vendor;
    await apply([harbour.contractId, tardy.contractId]);
    const ids = { contractId: tardy.contractId, standardId };
    expect(await detachStandard(store, act, ids)).toEqual({ ok: true, value: undefined });
    expect(await detachStandard(store, act, ids)).toMatchObject({ reason: { code: 'not_found' } });
    const document = { kpi: 'RUNS', target: 50, scope: { market: 'CN' } };
    const { runId } = value(
      await addStandardTerm(store, act, { standardId, document, ...from('2024-03-01') }),
    );
    await carry(runId ?? 0);
    const count = async (contractId: number) =>
      (await termsOfContracts(store.read, everything, [contractId])).length;
    expect(await count(harbour.contractId)).toBe(6);
    expect(await count(tardy.contractId)).toBe(5);
  });

  it('retires a term in every contract that inherits it, and in none that overrides it', async () => {
    const { harbour, tardy, polar, brittle } = cast.vendor;
    await apply([harbour.contractId, tardy.contractId]);
    await apply([polar.contractId], { market: String(cast.market.china.id) });
    value(
      await changeTerm(store, act, {
        ...{ contractId: tardy.contractId, termId: tardy.termId, reason: 'Own', basedOn: null },
        document: { kpi: 'OTD_PCT', target: 70, effective_from: '2024-02-15' },
      }),
    );
    const china = { kpi: 'OTD_PCT', target: 75 };
    value(await change(termIds[0]!, china, '2024-02-01', cast.market.china.id));
    value(await change(termIds[0]!, null, '2024-05-01'));
    const holds = async (contractId: number, day: string) =>
      (await termsInForce(store.read, everything, day)).some(
        (term) => term.contractId === contractId && term.kpi === 'OTD_PCT' && term.market === null,
      );
    expect(await holds(harbour.contractId, '2024-04-30')).toBe(true);
    expect(await holds(harbour.contractId, '2024-05-01')).toBe(false);
    for (const { contractId } of [tardy, polar, brittle])
      expect(await holds(contractId, '2024-05-01')).toBe(true);
    expect(await onTime(harbour.contractId)).toEqual(['85', '2024-02-01']);
    expect(await change(termIds[0]!, null, '2024-06-01')).toMatchObject({
      reason: { code: 'term_unchanged' },
    });
    // Said again it comes back to who follows it.
    value(await change(termIds[0]!, { kpi: 'OTD_PCT', target: 88 }, '2024-07-01'));
    expect(await onTime(harbour.contractId)).toEqual(['88', '2024-07-01']);
    expect(await holds(harbour.contractId, '2024-06-30')).toBe(false);
    expect(await holds(harbour.contractId, '2024-07-01')).toBe(true);
  });

  it('is not given to who begins to follow after it was retired', async () => {
    value(await change(termIds[0]!, null, '2024-01-15'));
    const { contractId } = cast.vendor.harbour;
    expect(await apply([contractId])).toMatchObject([{ state: 'done', added: 4, changed: 0 }]);
    expect(await onTime(contractId)).toEqual(['80', null]);
  });

  it('counts a retired term no longer towards the share that may be overridden', async () => {
    const { france } = cast.market;
    value(await change(termIds[4]!, null, '2024-01-15'));
    expect(
      await change(termIds[0]!, { kpi: 'OTD_PCT', target: 70 }, '2024-02-01', france.id),
    ).toMatchObject({ reason: { code: 'override_above_share', params: { allowed: 0, terms: 4 } } });
  });

  it('is refused above the share of five terms, and stores nothing', async () => {
    const { france, world } = cast.market;
    value(await change(termIds[0]!, { kpi: 'OTD_PCT', target: 70 }, '2024-02-01', france.id));
    const texts = await store.read.$count(standardTexts);
    expect(
      await change(termIds[1]!, { kpi: 'CANCEL_PCT', target: 3 }, '2024-02-01', france.id),
    ).toMatchObject({
      reason: { code: 'override_above_share', params: { allowed: 1, terms: 5, share: 20 } },
    });
    expect(await store.read.$count(standardTexts)).toBe(texts);
    const standard = await loadStandard(store.read, standardId);
    const tree = await wholeTree(store.read);
    const [first] = effectiveTerms(standard!, tree, cast.market.paris.id, '2024-02-01');
    expect([first?.text.said?.target, first?.inherited?.said?.target]).toEqual(['70', '85']);
    expect(first?.inherited?.marketId).toBe(world.id);
  });

  it('says something new about the same KPI and scope, with a reason and a day', async () => {
    const said = { kpi: 'OTD_PCT', target: 85 };
    const code = async (
      document: unknown,
      more: Partial<{ effectiveFrom: string; reason: string }>,
    ) => {
      const outcome = await changeStandardTerm(store, act, {
        ...{ standardId, termId: termIds[0]!, document, marketId: cast.market.world.id },
        ...{ ...from('2024-02-01'), ...more },
      });
      return outcome.ok ? null : outcome.reason.code;
    };
    expect(await code(said, {})).toBe('term_unchanged');
    expect(await code({ ...said, kpi: 'RUNS' }, {})).toBe('term_kpi_fixed');
    expect(await code({ ...said, target: 86 }, { reason: ' ' })).toBe('required');
    expect(await code({ ...said, target: 86 }, { effectiveFrom: 'soon' })).toBe('not_a_date');
    const again = { standardId, document: said, ...from('2024-02-01') };
    expect(await addStandardTerm(store, act, again)).toMatchObject({
      reason: { code: 'standard_term_exists' },
    });
    const ofFirst = eq(standardTexts.termId, termIds[0]!);
    expect(await store.read.$count(standardTexts, ofFirst)).toBe(1);
    expect(await code({ ...said, target: 86 }, { reason: ' Board\0 of May ' })).toBeNull();
    const texts = await store.read.select().from(standardTexts).where(ofFirst);
    expect(texts.map(({ reason }) => reason)).toContain('Board of May');
  });
});
