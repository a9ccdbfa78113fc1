import { and, eq, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { readSetting } from '~/settings/setting-queries.server';
import { isDate } from '~/shared/calendar';
import { readFields } from '~/shared/fields';
import { reasonText } from '~/shared/reason-text';
import { done, refused, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { contains } from '~/vendors/market-tree';
import { findMarket } from '~/vendors/library-queries.server';
import { randomId } from '~db/columns';
import {
  adoptions,
  standardRunContracts,
  standardRuns,
  standards,
  standardTerms,
  standardTexts,
} from '~db/schema/standards';
import type { Store, Tx } from '~db/store.server';
import { withOperator } from './contract-file';
import { directionsOf, placeOfTerm, type TermPlace } from './library';
import { loadLibrary } from './library-queries.server';
import { readSlaTerm, type SlaTerm } from './sla-term';
import { checkOverride, effectiveTerms, standardFields } from './standard';
import { loadStandard, wholeTree } from './standard-queries.server';
import { isSameTerm, marketOfDocument, storedDocument } from './term-record';

export type NewStandard = {
  limits?: { en: string; zh: string }[];
  demonstration?: boolean;
};

/** Makes a standard without terms, held at a market: it reaches what lies within it. */
export async function createStandard(
  store: Store,
  act: Act,
  input: unknown,
  { limits = [], demonstration = false }: NewStandard = {},
): Promise<Outcome<{ standardId: number }>> {
  const read = readFields(standardFields, input);
  if (!read.ok) return read;
  const { market: marketId, ...words } = read.value;
  return store.transact(async (tx) => {
    if (!(await findMarket(tx, act.scope, marketId))) return refused('not_a_choice', {}, 'market');
    if ((await tx.$count(standards, eq(standards.code, words.code))) > 0)
      return refused('already_exists', { value: words.code }, 'code');
    const standard = { id: randomId(), ...words, marketId, limits, demonstration };
    await tx.insert(standards).values({ ...standard, createdAt: act.now.toISOString() });
    await record(tx, act, {
      action: 'standard.created',
      entity: 'standard',
      entityId: standard.id,
      after: standard,
    });
    return done({ standardId: standard.id });
  });
}

type Said = { document: unknown; effectiveFrom: string; reason: string };

/** Adds a term to a standard; contracts that follow it get it from its day on. */
export async function addStandardTerm(
  store: Store,
  act: Act,
  { standardId, ...said }: Said & { standardId: number },
): Promise<Outcome<{ termId: number; runId: number | null }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('standards', 'id', standardId);
    const standard = await loadStandard(tx, standardId);
    const checked = await checkSaid(tx, said);
    if (!standard) return refused('not_found');
    if (!checked.ok) return checked;
    const { term, place, reason } = checked.value;
    const isThere = standard.terms.some(
      ({ kpi, service, market }) =>
        kpi === term.kpi && service === term.scope.service && market === term.scope.market,
    );
    if (isThere) return refused('standard_term_exists', {}, 'kpi');
    const [last] = await tx
      .select({ position: sql<number | null>`max(${standardTerms.position})` })
      .from(standardTerms)
      .where(eq(standardTerms.standardId, standardId));
    const termId = randomId();
    await tx.insert(standardTerms).values({
      ...{ id: termId, standardId, position: Number(last?.position ?? -1) + 1 },
      ...{ kpiId: place.kpiId, serviceId: place.serviceId, scopeMarketId: place.marketId },
    });
    const { marketId } = standard;
    const runId = await say(tx, act, { ...said, standardId, termId, marketId, reason }, term);
    return done({ termId, runId });
  });
}

export type StandardChange = Said & {
  standardId: number;
  termId: number;
  /** Where it is to hold: the standard's own market, or one within it, which then overrides it. */
  marketId: number;
};

/**
 * Lets a term of a standard say something else in a market from a day on; without a document the market inherits again,
 * and at the standard's own market the term is retired.
 * Contracts that follow the standard there are changed from that day on, by a run of its own.
 */
export async function changeStandardTerm(
  store: Store,
  act: Act,
  input: StandardChange,
): Promise<Outcome<{ runId: number | null }>> {
  const { standardId, termId, marketId } = input;
  return store.transact(async (tx) => {
    await tx.lockRow('standards', 'id', standardId);
    const standard = await loadStandard(tx, standardId);
    const own = standard?.terms.find(({ id }) => id === termId);
    if (!standard || !own || !(await findMarket(tx, act.scope, marketId)))
      return refused('not_found');
    const checked = input.document === null ? checkWords(input) : await checkSaid(tx, input);
    if (!checked.ok) return checked;
    const { term, reason } = checked.value;
    if (term && (term.kpi !== own.kpi || !isScopeOf(term, own)))
      return refused('term_kpi_fixed', {}, 'kpi');
    const tree = await wholeTree(tx);
    const isOverride = marketId !== standard.marketId;
    if (isOverride && term !== null) {
      const share = await readSetting(tx, 'standard_local_share');
      const wanted = { termId, marketId, from: input.effectiveFrom };
      const allowed = checkOverride(standard, tree, wanted, share);
      if (!allowed.ok) return allowed;
    }
    const now = effectiveTerms(standard, tree, marketId, input.effectiveFrom).find(
      (each) => each.termId === termId,
    );
    const isNothingNew =
      term === null
        ? now?.text.marketId !== marketId
        : now?.text.said != null && isSameTerm(now.text.said, term);
    if (isNothingNew) return refused('term_unchanged');
    return done({ runId: await say(tx, act, { ...input, reason }, term) });
  });
}

function isScopeOf(
  { scope }: SlaTerm,
  own: { service: string | null; market: string | null },
): boolean {
  return scope.service === own.service && scope.market === own.market;
}

/** The reason as it is kept; there is no term. */
function checkWords({ effectiveFrom, reason }: Said): Outcome<{ term: null; reason: string }> {
  const wrong: Reason[] = [];
  if (!isDate(effectiveFrom)) wrong.push({ code: 'not_a_date', field: 'effective_from' });
  const said = reasonText(reason, { field: 'reason' });
  if (!said.ok) wrong.push(said.reason);
  return said.ok && wrong.length === 0
    ? done({ term: null, reason: said.value })
    : refusedFields(wrong);
}

async function checkSaid(
  tx: Tx,
  said: Said,
): Promise<Outcome<{ term: SlaTerm; place: TermPlace; reason: string }>> {
  const library = await loadLibrary(tx, marketOfDocument(said.document));
  const read = readSlaTerm(withOperator(said.document, directionsOf(library)));
  const words = checkWords(said);
  if (!read.ok || !words.ok)
    return refusedFields(
      [read, words].flatMap((one) => (one.ok ? [] : (one.fields ?? [one.reason]))),
    );
  const place = placeOfTerm(read.value, library);
  if (!place.ok) return place;
  const term = { ...read.value, effective_from: null, effective_to: null };
  return done({ term, place: place.value, reason: words.value.reason });
}

/** Stores what is said, and the run that carries it to the contracts that follow it there. */
async function say(
  tx: Tx,
  act: Act,
  change: StandardChange,
  term: SlaTerm | null,
): Promise<number | null> {
  const { standardId, termId, marketId, effectiveFrom, reason } = change;
  const here = and(eq(standardTexts.termId, termId), eq(standardTexts.marketId, marketId));
  const text = {
    ...{ id: randomId(), termId, marketId, effectiveFrom, reason },
    version: (await tx.$count(standardTexts, here)) + 1,
    document: term && storedDocument(term),
  };
  const createdAt = act.now.toISOString();
  await tx.insert(standardTexts).values({ ...text, createdAt, createdBy: personIdOf(act) });
  await record(tx, act, {
    action: term
      ? 'standard.term_changed'
      : (await isHeldAt(tx, standardId, marketId))
        ? 'standard.term_retired'
        : 'standard.override_removed',
    entity: 'standard',
    entityId: standardId,
    after: text,
  });
  const tree = await wholeTree(tx);
  const followers = (
    await tx
      .select({ contractId: adoptions.contractId, marketId: adoptions.marketId })
      .from(adoptions)
      .where(eq(adoptions.standardId, standardId))
  ).filter((follower) => contains(tree, marketId, follower.marketId));
  if (followers.length === 0) return null;
  return insertRun(
    tx,
    act,
    { standardId, kind: 'change', marketId, effectiveFrom, existing: 'keep', reason },
    followers.map(({ contractId }) => contractId),
  );
}

/** Whether a market is the one where a standard is held. */
async function isHeldAt(tx: Tx, standardId: number, marketId: number): Promise<boolean> {
  const held = and(eq(standards.id, standardId), eq(standards.marketId, marketId));
  return (await tx.$count(standards, held)) > 0;
}

type Run = Omit<typeof standardRuns.$inferInsert, 'id' | 'createdAt' | 'createdBy'>;

/** Stores a run with its contracts, each waiting. */
export async function insertRun(
  tx: Tx,
  act: Act,
  run: Run,
  contractIds: readonly number[],
): Promise<number> {
  const id = randomId();
  const createdAt = act.now.toISOString();
  await tx.insert(standardRuns).values({ id, ...run, createdAt, createdBy: personIdOf(act) });
  await tx.insertMany(
    standardRunContracts,
    [...new Set(contractIds)].map((contractId) => ({ runId: id, contractId, state: 'waiting' })),
  );
  return id;
}
