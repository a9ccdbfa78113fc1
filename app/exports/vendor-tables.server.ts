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
import { afterLast, exportTable, noRows, type Ask, type TableRows } from './export-table.server';

const CHUNK = 2000;

/** Vendors with what they offer. */
export const vendorRows: TableRows<VendorRow> = {
  columns: {
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
  read: async (reader, scope, ask) => withOfferings(reader, await readVendors(reader, scope, ask)),
};

/** The register of vendors. */
export const vendorTable = exportTable(vendorRows.columns, (reader, scope) =>
  afterLast(CHUNK, (last: VendorRow | undefined) =>
    vendorRows.read(reader, scope, {
      where: gt(vendors.code, last?.code ?? ''),
      orderBy: [asc(vendors.code)],
      limit: CHUNK,
    }),
  ),
);

type VendorCore = Awaited<ReturnType<typeof readVendors>>[number];
export type VendorRow = VendorCore & { services: string[]; markets: string[] };

async function readVendors(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
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
    .where(and(where, withinScope(scope, vendors.id)))
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

async function withOfferings(reader: Reader, rows: VendorCore[]): Promise<VendorRow[]> {
  if (rows.length === 0) return [];
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

/** Risks, closed ones too; scores are likelihood × impact. Nothing for outsiders. */
export const riskRows: TableRows<RiskRow> = {
  columns: {
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
  read: (reader, scope, ask) =>
    scope.kind === 'vendor' ? Promise.resolve([]) : readRisks(reader, scope, ask),
};

/** The register of risks. */
export const riskTable = exportTable(riskRows.columns, (reader, scope) =>
  scope.kind === 'vendor'
    ? noRows()
    : afterLast(CHUNK, (last: RiskRow | undefined) =>
        riskRows.read(reader, scope, {
          where: gt(risks.id, last?.risk.id ?? 0),
          orderBy: [asc(risks.id)],
          limit: CHUNK,
        }),
      ),
);

export type RiskRow = Awaited<ReturnType<typeof readRisks>>[number];

async function readRisks(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ vendor: vendors.code, risk: risks })
    .from(risks)
    .innerJoin(vendors, eq(vendors.id, risks.vendorId))
    .where(and(where, withinScope(scope, risks.vendorId)))
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

/** Everything promised, wherever it came from. */
export const actionRows: TableRows<ActionRow> = {
  columns: {
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
  read: (reader, scope, ask) => readActions(reader, scope, ask),
};

export const actionTable = exportTable(actionRows.columns, (reader, scope) =>
  afterLast(CHUNK, (last: ActionRow | undefined) =>
    actionRows.read(reader, scope, {
      where: gt(actions.id, last?.action.id ?? 0),
      orderBy: [asc(actions.id)],
      limit: CHUNK,
    }),
  ),
);

export type ActionRow = Awaited<ReturnType<typeof readActions>>[number];

async function readActions(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ vendor: vendors.code, action: actions, owner: people.name })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .leftJoin(people, eq(people.id, actions.ownerId))
    .where(and(where, actionsWithin(scope)))
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}
