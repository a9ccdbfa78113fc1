import { and, eq, isNotNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import * as actionRoute from '~/routes/_app.actions.$actionId._index';
import * as listRoute from '~/routes/_app.actions._index';
import * as exportRoute from '~/routes/actions_.export';
import { periodOf } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { slaTerms } from '~db/schema/contracts';
import { evaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/casts/review-cast';
import { contextFor, visitAs } from '../../tests/visit';
import { actionInWords } from './action-queries.server';
import { completeAction } from './complete-action.server';
import { effectsOfRows } from './effect-queries.server';
import { measureKey } from './measure';
import { measuresOf } from './measure-queries.server';
import { promiseAction } from './promise-action.server';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const promise = (measure: string) =>
  promiseAction(store, actOf(cast.person.mona), cast.vendor.brittle.id, {
    ...{ title: 'Rest crews', side: 'vendor', ownerName: 'Bruno', dueOn: '2023-06-30', measure },
  });

/** An action on Brittle's punctuality, which loses a percent every month, done in June. */
async function doneInJune(): Promise<number> {
  const [onTime] = await measuresOf(store.read, cast.vendor.brittle.id);
  if (!onTime) throw new Error('nothing is measured');
  const promised = await promise(measureKey(onTime));
  if (!promised.ok) throw new Error(promised.reason.code);
  const inJune = actOf(cast.person.mona, null, new Date('2023-06-20T09:00:00.000Z'));
  await completeAction(store, inJune, promised.value, {});
  await evaluateDueContracts(store, testNow, testNow.toISOString().slice(0, 10));
  return promised.value;
}

const found = (id: number) => actionInWords(store.read, everything, id);

describe('an action that names a KPI', () => {
  it('may name one that its vendor has promised, and no other', async () => {
    const measures = await measuresOf(store.read, cast.vendor.brittle.id);
    expect(measures.map(({ kpi, market }) => [kpi.code, market])).toEqual([['OTD_PCT', null]]);
    expect(await promise('12/-/-')).toMatchObject({
      reason: { code: 'not_a_choice', field: 'measure' },
    });
    expect(await promise('')).toMatchObject({ ok: true });
  });

  it('has no effect before it is done, and after it the months on either side', async () => {
    const [onTime] = await measuresOf(store.read, cast.vendor.brittle.id);
    const open = await promise(onTime ? measureKey(onTime) : '');
    const row = await found(open.ok ? open.value : 0);
    expect(row && (await effectsOfRows(store.read, [row])).size).toBe(0);
    const id = await doneInJune();
    const done = await found(id);
    const effects = await effectsOfRows(store.read, done ? [done] : []);
    expect(effects.get(id)).toEqual({ before: '72', after: '68', change: '-4', better: false });
  });

  it('counts a month that several terms measure by the first of them that has a figure', async () => {
    const { brittle } = cast.vendor;
    const id = await doneInJune();
    const [row] = await store.read
      .select()
      .from(evaluations)
      .where(and(eq(evaluations.vendorId, brittle.id), isNotNull(evaluations.measured)));
    if (!row) throw new Error('nothing is measured');
    const [term] = await store.read.select().from(slaTerms).where(eq(slaTerms.id, row.termId));
    if (!term) throw new Error('there is no term');
    // One without figures comes before all others, in the store as well; one with figures of its own comes last.
    const others = [
      { termId: 1, firstId: 1, measured: null },
      { termId: Number.MAX_SAFE_INTEGER, firstId: 100, measured: '1' },
    ];
    await store.transact(async (tx) => {
      for (const [index, { termId, firstId, measured }] of others.entries()) {
        await tx.insert(slaTerms).values({ ...term, id: termId, position: 90 + index });
        await tx.insert(evaluations).values(
          Array.from({ length: 12 }, (_, month) => ({
            ...{ ...row, id: firstId + month, termId, measured, period: periodOf(2023, 1) + month },
          })),
        );
      }
    });
    const done = await found(id);
    const effects = await effectsOfRows(store.read, done ? [done] : []);
    expect(effects.get(id)).toEqual({ before: '72', after: '68', change: '-4', better: false });
  });

  it('tells it on its page, in the register and in the file, to the vendor too', async () => {
    const id = await doneInJune();
    const effect = { before: '72', after: '68', better: false };
    for (const person of [cast.person.mona, cast.person.bruno]) {
      const visitor = await visitAs(contextFor(store), person);
      const page = await visitor.load(actionRoute, `/actions/${id}`, { actionId: id });
      expect(page.body).toMatchObject({ measure: { effect } });
      const list = await visitor.load(listRoute, '/actions');
      expect(list.body).toMatchObject({ rows: [{ kpi: { effect } }] });
      const file = await visitor.load(exportRoute, '/actions/export?format=csv');
      expect(String(file.body)).toContain(',72,68,');
    }
  });
});
