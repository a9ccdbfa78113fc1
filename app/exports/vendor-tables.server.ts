import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { actionsWithin } from '~/actions/find-action.server';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { riskScore } from '~/risks/risk';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import { risks } from '~db/schema/risks';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { afterLast, exportTable, noRows } from './export-table.server';

const CHUNK = 2000;

/** The register of vendors, with what they offer. */
export const vendorTable = exportTable<VendorRow>(
  {
    code: (row) => row.code,
    name: (row) => row.name,
    former_name: (row) => row.formerNames,
    country: (row) => row.country,
    parent: (row) => row.parent,
    status: (row) => row.status,
    tier: (row) => row.tier,
    website: (row) => row.website,
    services: (row) => row.services,
    markets: (row) => row.markets,
  },
  async function* (reader, scope) {
    for await (const rows of afterLast(CHUNK, (last: VendorCore | undefined) =>
      vendorsAfter(reader, scope, last?.code ?? ''),
    ))
      yield await withOfferings(reader, rows);
  },
);

type VendorCore = Awaited<ReturnType<typeof vendorsAfter>>[number];
type VendorRow = VendorCore & { services: string[]; markets: string[] };

async function vendorsAfter(reader: Reader, scope: Scope, code: string) {
  return reader
    .select({
      id: vendors.id,
      code: vendors.code,
      name: vendors.name,
      formerNames: vendors.formerNames,
      country: vendors.country,
      parent: sql<string | null>`(select p.code from vendors p where p.id = vendors.parent_id)`,
      status: vendors.status,
      tier: vendors.tier,
      website: vendors.website,
    })
    .from(vendors)
    .where(and(gt(vendors.code, code), withinScope(scope, vendors.id)))
    .orderBy(asc(vendors.code))
    .limit(CHUNK);
}

async function withOfferings(reader: Reader, rows: VendorCore[]): Promise<VendorRow[]> {
  const offered = await reader
    .select({ vendorId: offerings.vendorId, service: services.code, market: markets.code })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(
      inArray(
        offerings.vendorId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(services.code), asc(markets.code));
  const byVendor = new Map<number, typeof offered>();
  for (const offering of offered)
    byVendor.set(offering.vendorId, [...(byVendor.get(offering.vendorId) ?? []), offering]);
  return rows.map((row) => {
    const own = byVendor.get(row.id) ?? [];
    return {
      ...row,
      services: [...new Set(own.map(({ service }) => service))],
      markets: [...new Set(own.map(({ market }) => market))],
    };
  });
}

/** The register of risks, closed ones too; scores are likelihood × impact. */
export const riskTable = exportTable<RiskRow>(
  {
    vendor: (row) => row.vendor,
    category: (row) => row.risk.category,
    title: (row) => row.risk.title,
    likelihood: (row) => row.risk.likelihood,
    impact: (row) => row.risk.impact,
    score: ({ risk }) => riskScore(risk.likelihood, risk.impact),
    residual_likelihood: (row) => row.risk.residualLikelihood,
    residual_impact: (row) => row.risk.residualImpact,
    residual_score: ({ risk }) => riskScore(risk.residualLikelihood, risk.residualImpact),
    reviewed: (row) => row.risk.reviewedOn,
    closed: (row) => row.risk.closedAt,
  },
  (reader, scope) =>
    scope.kind === 'vendor'
      ? noRows()
      : afterLast(CHUNK, (last: RiskRow | undefined) =>
          risksAfter(reader, scope, last?.risk.id ?? 0),
        ),
);

type RiskRow = Awaited<ReturnType<typeof risksAfter>>[number];

async function risksAfter(reader: Reader, scope: Scope, id: number) {
  return reader
    .select({ vendor: vendors.code, risk: risks })
    .from(risks)
    .innerJoin(vendors, eq(vendors.id, risks.vendorId))
    .where(and(gt(risks.id, id), withinScope(scope, risks.vendorId)))
    .orderBy(asc(risks.id))
    .limit(CHUNK);
}

/** Everything promised, wherever it came from. */
export const actionTable = exportTable<ActionRow>(
  {
    vendor: (row) => row.vendor,
    origin: (row) => row.action.origin,
    step: (row) => row.action.step,
    title: (row) => row.action.title,
    side: (row) => row.action.side,
    owner: (row) => row.owner ?? row.action.ownerName,
    due: (row) => row.action.dueOn,
    done: (row) => row.action.doneAt,
    cancelled: (row) => row.action.cancelledAt,
    created: (row) => row.action.createdAt,
  },
  (reader, scope) =>
    afterLast(CHUNK, (last: ActionRow | undefined) =>
      actionsAfter(reader, scope, last?.action.id ?? 0),
    ),
);

type ActionRow = Awaited<ReturnType<typeof actionsAfter>>[number];

async function actionsAfter(reader: Reader, scope: Scope, id: number) {
  return reader
    .select({ vendor: vendors.code, action: actions, owner: people.name })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(and(gt(actions.id, id), actionsWithin(scope)))
    .orderBy(asc(actions.id))
    .limit(CHUNK);
}
