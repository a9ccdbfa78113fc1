import { count, eq, isNotNull, lte } from 'drizzle-orm';
import { everything } from '~/auth/act';
import type { Pack } from '~/packs/pack';
import type { PackFigure } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import { verifyPack } from '~/reviews/pack-queries.server';
import { bodyText } from '~/reviews/stored-body.server';
import { formatPeriod, periodOf } from '~/shared/period';
import { amendments, contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { reviewPacks, reviews } from '~db/schema/reviews';
import { risks } from '~db/schema/risks';
import { caseEvents } from '~db/schema/cases';
import { creditEntries, evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';

export type FrozenPack = { reviewId: number; frozenAt: string; body: string; pack: Pack };

/** Every pack of the demo, a part at a time. */
export async function frozenPacks(store: Store, part: Pack['part']): Promise<FrozenPack[]> {
  const rows = await store.read
    .select()
    .from(reviewPacks)
    .where(eq(reviewPacks.part, part))
    .orderBy(reviewPacks.id);
  return rows.map(({ reviewId, frozenAt, body: stored }) => {
    const body = bodyText(stored);
    return { reviewId, frozenAt, body, pack: JSON.parse(body) as Pack };
  });
}

type Outcome = {
  vendorId: number;
  key: string;
  period: number;
  outcome: string;
  measured: string | null;
  from: string;
  until: string | null;
};

/** The history of evaluations, current and superseded, by the KPI and place that packs name them by. */
async function outcomesOf(store: Store): Promise<Outcome[]> {
  const rows = await store.read
    .select({
      vendorId: evaluations.vendorId,
      kpi: kpis.code,
      market: markets.code,
      period: evaluations.period,
      outcome: evaluations.outcome,
      measured: evaluations.measured,
      from: evaluations.evaluatedAt,
      until: evaluations.supersededAt,
    })
    .from(evaluations)
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId));
  return rows.map(({ kpi, market, ...row }) => ({ ...row, key: `${kpi}/${market ?? '-'}` }));
}

/**
 * Figures of the shared packs that the store's history tells otherwise for the instant of the freeze: monthly values and
 * failures from the evaluations that stood then, credits from the entries posted by then. Says how many were compared.
 */
export async function wrongFigures(store: Store): Promise<{ compared: number; wrong: string[] }> {
  const history = await outcomesOf(store);
  const posted = await store.read
    .select({
      vendorId: contracts.vendorId,
      contract: contracts.number,
      period: creditEntries.period,
      currency: creditEntries.currency,
      minor: creditEntries.amountMinor,
      at: creditEntries.postedAt,
    })
    .from(creditEntries)
    .innerJoin(contracts, eq(contracts.id, creditEntries.contractId));
  const wrong: string[] = [];
  let compared = 0;
  for (const { pack, frozenAt } of await frozenPacks(store, 'shared')) {
    const { vendor, quarter, lastPeriod, firstPeriod } = pack;
    const stood = history.filter(
      (row) =>
        row.vendorId === vendor.id &&
        row.from <= frozenAt &&
        (row.until === null || row.until > frozenAt),
    );
    const ofQuarter = stood.filter(({ period }) => period >= quarter && period <= lastPeriod);
    const known = posted.filter((entry) => entry.vendorId === vendor.id && entry.at <= frozenAt);
    const creditsOf = (isMeant: (entry: (typeof posted)[number]) => boolean) =>
      known.filter(isMeant).reduce((sum, { minor }) => sum + minor, 0);
    const credits = (from: number, unit: string) =>
      creditsOf(
        ({ currency, period }) => currency === unit && period >= from && period <= lastPeriod,
      );
    const expected = (id: string): string | number | null | undefined => {
      const [section, ...rest] = id.split('/');
      if (id === 'failures/count')
        return ofQuarter.filter(({ outcome }) => outcome === 'breached').length;
      if (section === 'credits' && rest[0] === 'quarter') return credits(quarter, rest[1] ?? '');
      if (section === 'credits' && rest[0] === 'rolling' && rest.length === 2)
        return credits(firstPeriod, rest[1] ?? '');
      const contract = known.find((entry) => entry.contract === rest[0])?.contract;
      if (section === 'credits' && contract !== undefined)
        return creditsOf(
          (entry) => `${entry.contract}/${formatPeriod(entry.period)}` === rest.join('/'),
        );
      const month = ofQuarter.find(({ key, period }) =>
        ['kpis', 'failures'].some((each) => `${each}/${key}/${formatPeriod(period)}` === id),
      );
      return month ? month.measured : undefined;
    };
    for (const figure of figuresOf(pack.sections)) {
      const told = expected(figure.id);
      if (told === undefined) continue;
      compared += 1;
      if (told !== plain(figure)) wrong.push(`${vendor.code} ${figure.id}: ${String(told)}`);
    }
  }
  return { compared, wrong };
}

function plain({ value }: PackFigure): string | number | null {
  if (value.kind === 'measure') return value.value;
  if (value.kind === 'money') return value.minor;
  return value.kind === 'count' ? value.count : null;
}

/** Words of the internal part, and names of other vendors, that stand in a shared part. */
export async function leaks(store: Store): Promise<string[]> {
  const titles = await store.read
    .select({ text: risks.title })
    .from(risks)
    .where(eq(risks.shared, false));
  const notes = await store.read
    .select({ text: caseEvents.text })
    .from(caseEvents)
    .where(eq(caseEvents.internal, true));
  const reasons = await store.read.select({ text: amendments.reason }).from(amendments);
  const names = await store.read.select({ id: vendors.id, text: vendors.name }).from(vendors);
  const secret = [...titles, ...notes, ...reasons].flatMap(({ text }) => (text ? [text] : []));
  const inner = ['/readiness', '/proposals/', '/risks/', '"part":"internal"', '"tier":"'];
  return (await frozenPacks(store, 'shared')).flatMap(({ body, pack }) => {
    const others = names.filter(({ id }) => id !== pack.vendor.id).map(({ text }) => text);
    return [...secret, ...inner, ...others]
      .filter((text) => body.includes(JSON.stringify(text).slice(1, -1)) || body.includes(text))
      .map((text) => `${pack.vendor.code}: ${text}`);
  });
}

/** Reviews whose packs do not verify, of all that are frozen. */
export async function brokenPacks(store: Store): Promise<{ frozen: number; broken: number[] }> {
  const rows = await store.read
    .select({ id: reviews.id })
    .from(reviews)
    .where(isNotNull(reviews.frozenAt));
  const broken: number[] = [];
  for (const { id } of rows)
    for (const part of ['shared', 'internal'] as const)
      if (!(await verifyPack(store.read, everything, id, part))?.isIntact) broken.push(id);
  return { frozen: rows.length, broken };
}

/** How many reviews stand where, of the quarters that are over on the demo's day. */
export async function reviewStates(store: Store): Promise<Record<string, number>> {
  const rows = await store.read
    .select({ state: reviews.state, count: count().mapWith(Number) })
    .from(reviews)
    .where(lte(reviews.quarter, periodOf(2023, 10)))
    .groupBy(reviews.state);
  return Object.fromEntries(rows.map(({ state, count: many }) => [state, many]));
}
