import { desc, eq } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import * as breachRoute from '~/routes/_app.breaches.$breachId._index/route';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { breaches } from '~db/schema/cases';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Answer, type Visitor } from '../visit';

export let store: Store;
export let cast: Cast;
export let breachId: number;
export let bruno: Visitor;
export let hanna: Visitor;
export let mona: Visitor;
export let ada: Visitor;
export let petra: Visitor;
export let remy: Visitor;

/** Begins each test with a breach, and with those who meet it signed in. */
export function breachForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    await evaluateDueContracts(store, testNow, '2024-01-12');
    const context = contextFor(store);
    const { person } = cast;
    bruno = await visitAs(context, person.bruno);
    hanna = await visitAs(context, person.hanna);
    mona = await visitAs(context, person.mona);
    ada = await visitAs(context, person.ada);
    petra = await visitAs(context, person.petra);
    remy = await visitAs(context, person.remy);
    const [latest] = await store.read
      .select({ id: breaches.id })
      .from(breaches)
      .where(eq(breaches.vendorId, cast.vendor.brittle.id))
      .orderBy(desc(breaches.period))
      .limit(1);
    breachId = latest?.id ?? 0;
  });
}

export const path = () => `/breaches/${breachId}`;

export const see = (visitor: Visitor) => visitor.load(breachRoute, path(), { breachId });

export const text = ({ body }: Answer) => JSON.stringify(body);
