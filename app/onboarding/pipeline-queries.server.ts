import { sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { tiers, type Tier } from '~/vendors/tier';
import type { VendorStatus } from '~/vendors/vendor';
import type { Reader } from '~db/store.server';
import { missingStates } from './due-diligence';
import { pipelineStatuses, stages, type Stage } from './pipeline';

type Sort = 'age' | 'vendor';
type Filter = 'stage' | 'tier' | 'country' | 'view';
export type PipelineQuery = ListQuery<Sort, Filter>;

/** What the board may be asked for: those longest where they are come first. */
export const pipelineSpec: ListSpec<Sort, Filter> = {
  sorts: ['age', 'vendor'],
  defaultSort: 'age',
  filters: { stage: stages, tier: tiers, country: 'any', view: ['table'] },
};

export type PipelineRow = {
  id: number;
  code: string;
  name: string;
  country: string | null;
  status: VendorStatus;
  tier: Tier | null;
  stage: Stage;
  /** The instant or day since which it stands there. */
  since: string;
  checks: number;
  missingChecks: number;
  waitingChecks: number;
  openHits: number;
};

const CARDS_A_STAGE = 8;

/** How many vendors stand in each stage. */
export async function stageCounts(
  reader: Reader,
  scope: Scope,
  query: PipelineQuery,
  today: string,
): Promise<Record<Stage, number>> {
  const rows = await reader.rows<{ stage: Stage; count: number }>(sql`
    with pipeline as (${pipeline(scope, query, today)})
    select stage, count(*) as count from pipeline group by stage`);
  return Object.fromEntries(
    stages.map((stage) => [stage, Number(rows.find((row) => row.stage === stage)?.count ?? 0)]),
  ) as Record<Stage, number>;
}

/** The vendors that stand longest in each stage, a handful of each. */
export async function stageCards(
  reader: Reader,
  scope: Scope,
  query: PipelineQuery,
  today: string,
): Promise<PipelineRow[]> {
  const rows = await reader.rows<PipelineRow>(sql`
    with pipeline as (${pipeline(scope, query, today)}),
    placed as (
      select pipeline.*, row_number() over (partition by stage order by since, name, id) as place
      from pipeline
    )
    select * from placed where place <= ${CARDS_A_STAGE} order by since, name, id`);
  return rows.map(asRow);
}

/** A page of the table, in which a stage may be asked for. */
export async function pipelinePage(
  reader: Reader,
  scope: Scope,
  query: PipelineQuery,
  today: string,
): Promise<PipelineRow[]> {
  const { offset, limit } = pageWindow(query);
  const dir = query.dir === 'asc' ? sql`asc` : sql`desc`;
  const order = query.sort === 'vendor' ? sql`name ${dir}, id` : sql`since ${dir}, name, id`;
  const rows = await reader.rows<PipelineRow>(sql`
    with pipeline as (${pipeline(scope, query, today)})
    select * from pipeline ${inStages(query)} order by ${order} limit ${limit} offset ${offset}`);
  return rows.map(asRow);
}

function inStages({ filters }: PipelineQuery): SQL {
  return filters.stage.length === 0 ? sql`` : sql`where stage in ${filters.stage}`;
}

function asRow(row: PipelineRow): PipelineRow {
  return {
    ...row,
    id: Number(row.id),
    checks: Number(row.checks),
    missingChecks: Number(row.missingChecks),
    waitingChecks: Number(row.waitingChecks),
    openHits: Number(row.openHits),
  };
}

/**
 * Every vendor of the board with its stage: whoever has nobody that signed in is invited; in screening the checks come
 * first, then the assessment, then the decision. Each fact is a look into an index by vendor.
 */
function pipeline(scope: Scope, query: PipelineQuery, today: string): SQL {
  return sql`
    select facts.*,
      case
        when status = 'rejected' then 'rejected'
        when status in ('approved', 'conditional') then 'admitted'
        when status = 'prospect' then case when "signedIn" > 0 then 'filling_in' else 'invited' end
        when checks = 0 or "missingChecks" > 0 or "openHits" > 0 then 'screening'
        when "assessedOn" is null then 'assessment'
        else 'decision'
      end as stage,
      case
        when status = 'prospect' then "createdAt"
        when status = 'screening' and checks > 0 and "missingChecks" = 0 and "openHits" = 0
          then coalesce("assessedOn", "settledAt", "changedAt", "createdAt")
        else coalesce("changedAt", "createdAt")
      end as since
    from (
      select v.id, v.code, v.name, v.country, v.status, v.tier, v.created_at as "createdAt",
        (select count(*) from people p where p.vendor_id = v.id and p.password_hash is not null)
          as "signedIn",
        (select count(*) from due_diligence_checks c where c.vendor_id = v.id) as checks,
        (select count(*) from due_diligence_checks c
          where c.vendor_id = v.id and c.state in ${[...missingStates]}) as "missingChecks",
        (select count(*) from due_diligence_checks c
          where c.vendor_id = v.id and c.state = 'awaiting_sign_off') as "waitingChecks",
        (select max(c.settled_at) from due_diligence_checks c where c.vendor_id = v.id)
          as "settledAt",
        (select count(*) from screening_hits h where h.vendor_id = v.id and h.state = 'open')
          as "openHits",
        (select max(a.assessed_on) from assessments a
          where a.vendor_id = v.id and a.valid_until >= ${today}) as "assessedOn",
        (select max(e.at) from audit_entries e
          where e.entity = 'vendor' and e.entity_id = cast(v.id as text)
            and e.action = 'vendor.status_changed') as "changedAt"
      from vendors v
      where ${condition(scope, query)}
    ) facts`;
}

function condition(scope: Scope, { filters, search }: PipelineQuery): SQL {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    sql`v.status in ${[...pipelineStatuses]}`,
    scope.kind === 'everything' ? undefined : withinScope(scope, sql`v.id`),
    filters.tier.length > 0 ? sql`v.tier in ${filters.tier}` : undefined,
    filters.country.length > 0 ? sql`v.country in ${filters.country}` : undefined,
    search === '' ? undefined : sql`lower(v.name || ' ' || v.code) like ${pattern} escape '\\'`,
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` and `,
  );
}
