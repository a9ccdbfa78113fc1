import { proposeDue } from '~/fallback/propose-due.server';
import * as page from '~/routes/_app.proposals.$proposalId._index';
import * as list from '~/routes/_app.fallback._index';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import type { Store } from '~db/store.server';
import { testNow } from '../cast';
import type { Visitor } from '../visit';

export type ListBody = {
  rows: { id: number; state: string; leader: string | null }[];
  total: number;
};
type PageBody = {
  snapshot: { asOf: string; candidates: { vendor: { id: number; code: string } }[] };
  plans: { id: number; steps: { id: number; step: string; doneAt: string | null }[] }[];
  causes: unknown[];
  mayDecide: boolean;
  askedSelf: boolean;
};

/** The job's proposal for the vendor that breaches every month. */
export async function proposed(store: Store, mona: Visitor): Promise<number> {
  await evaluateDueContracts(store, testNow, '2024-01-12');
  await proposeDue(store, testNow, '2024-01-12');
  const { body } = await mona.load(list, '/fallback?state=open');
  return (body as ListBody).rows[0]?.id ?? 0;
}

/** A proposal's page as somebody finds it. */
export async function shown(visitor: Visitor, proposalId: number): Promise<PageBody> {
  return (await visitor.load(page, `/proposals/${proposalId}`, { proposalId })).body as PageBody;
}
