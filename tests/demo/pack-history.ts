import { eq } from 'drizzle-orm';
import { actions } from '~db/schema/actions';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { assessments } from '~db/schema/onboarding';
import { risks } from '~db/schema/risks';
import { accountEntries } from '~db/schema/settlement';
import { creditEntries, evaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';

/** What the store knows of every instant, read without the queries by which packs are gathered. */
export async function readHistory({ read }: Store) {
  const judged = await read
    .select({
      vendorId: evaluations.vendorId,
      kpiId: evaluations.kpiId,
      kpi: kpis.code,
      unit: kpis.unit,
      market: markets.code,
      currency: contracts.currency,
      period: evaluations.period,
      outcome: evaluations.outcome,
      measured: evaluations.measured,
      points: evaluations.points,
      issuedMinor: evaluations.issuedMinor,
      document: slaTermVersions.document,
      from: evaluations.evaluatedAt,
      until: evaluations.supersededAt,
    })
    .from(evaluations)
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(contracts, eq(contracts.id, evaluations.contractId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId));
  return {
    judged: judged.map(({ document, market, ...row }) => ({
      ...row,
      place: market ?? '-',
      target: Number(document['target']),
      isHigher: document['operator'] === 'gte' || document['operator'] === 'gt',
    })),
    credits: await read
      .select({
        vendorId: contracts.vendorId,
        contract: contracts.number,
        period: creditEntries.period,
        currency: creditEntries.currency,
        minor: creditEntries.amountMinor,
        postedAt: creditEntries.postedAt,
      })
      .from(creditEntries)
      .innerJoin(contracts, eq(contracts.id, creditEntries.contractId)),
    accounts: await read.select().from(accountEntries),
    promised: await read.select().from(actions),
    scored: await read.select().from(assessments),
    risks: await read.select().from(risks),
  };
}

export type History = Awaited<ReturnType<typeof readHistory>>;
export type Judged = History['judged'][number];

/** What of the history a vendor's pack could know at its freeze. */
export function knownAt(history: History, vendorId: number, frozenAt: string): History {
  const own = <Row extends { vendorId: number }>(rows: readonly Row[]) =>
    rows.filter((row) => row.vendorId === vendorId);
  return {
    judged: own(history.judged).filter(
      ({ from, until }) => from <= frozenAt && (until === null || until > frozenAt),
    ),
    credits: own(history.credits).filter(({ postedAt }) => postedAt <= frozenAt),
    accounts: own(history.accounts).filter(({ postedAt }) => postedAt <= frozenAt),
    promised: own(history.promised)
      .filter(
        ({ createdAt, cancelledAt }) =>
          createdAt <= frozenAt && (cancelledAt === null || cancelledAt > frozenAt),
      )
      .map((one) =>
        one.doneAt !== null && one.doneAt > frozenAt ? { ...one, doneAt: null } : one,
      ),
    scored: own(history.scored),
    risks: own(history.risks),
  };
}
