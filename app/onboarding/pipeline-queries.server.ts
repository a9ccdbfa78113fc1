import { sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { tiers } from '~/vendors/tier';
import type { Reader } from '~db/store.server';
import { missingStates } from './due-diligence';
import { pipelineStatuses, stages, type PipelineFacts, type Stage } from './pipeline';

type Sort = 'age' | 'vendor';
type Filter = 'stage' | 'tier' | 'country' | 'view';
export type PipelineQuery = ListQuery<Sort, Filter>;

/** What the board may be asked for: those longest where they are come first. */
export const pipelineSpec: ListSpec<Sort, Filter> = {
  sorts: ['age', 'vendor'],
  defaultSort: 'age',
  filters: { stage: stages, tier: tiers, country: 'any', view: ['table'] },
};

export type PipelineRow = PipelineFacts & {
  id: number;
  code: string;
  name: string;
  country: string | null;
  /** The instant or day since which it stands there. */
  since: string;
};

/** The day by which results are still valid, and the instant by which invitations still work. */
export type At = { today: string; now: string };

const CARDS_A_STAGE = 8;

/** How many vendors stand in each stage. */
export async function stageCounts(
  reader: Reader,
  scope: Scope,
  query: PipelineQuery,
  at: At,
): Promise<Record<Stage, number>> {
  const rows = await reader.rows<{ stage: Stage; count: number }>(sql`
    with ${pipeline(scope, query, at)}
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
  at: At,
): Promise<PipelineRow[]> {
  const rows = await reader.rows<Found>(sql`
    with ${pipeline(scope, query, at)},
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
  at: At,
): Promise<PipelineRow[]> {
  const { offset, limit } = pageWindow(query);
  const dir = query.dir === 'asc' ? sql`asc` : sql`desc`;
  const order = query.sort === 'vendor' ? sql`name ${dir}, id` : sql`since ${dir}, name, id`;
  const rows = await reader.rows<Found>(sql`
    with ${pipeline(scope, query, at)}
    select * from pipeline ${inStages(query)} order by ${order} limit ${limit} offset ${offset}`);
  return rows.map(asRow);
}

function inStages({ filters }: PipelineQuery): SQL {
  return filters.stage.length === 0 ? sql`` : sql`where stage in ${filters.stage}`;
}

const figures = [
  'id',
  'returned',
  'toRead',
  'checks',
  'missingChecks',
  'waitingChecks',
  'openHits',
  'openScores',
  'openConditions',
] as const;

/** A row as the engine gives it: counts may come as text. */
type Found = Omit<PipelineRow, (typeof figures)[number] | 'hasExpired'> &
  Record<(typeof figures)[number] | 'hasExpired', number | string>;

function asRow(row: Found): PipelineRow {
  const { id, code, name, country, status, tier, stage, since, scoring, hasExpired } = row;
  const counts = Object.fromEntries(figures.map((name) => [name, Number(row[name])])) as Record<
    (typeof figures)[number],
    number
  >;
  return {
    ...{ code, name, country, status, tier, stage, since, scoring },
    ...counts,
    id: Number(id),
    hasExpired: Number(hasExpired) === 1,
  };
}

/**
 * Every vendor of the board with its stage and since when it stands there, from what happened to it: whom we invited and who
 * came, what was submitted and sent back, its checks, its assessment, the decision. Where nothing of that is on record, as
 * of vendors that came from a file, the change of its status counts. Each fact is a look into an index by vendor, made once.
 */
function pipeline(scope: Scope, query: PipelineQuery, at: At): SQL {
  const screenedSince = later(sql`"submittedAt"`, sql`coalesce("changedAt", "createdAt")`);
  const checkedSince = later(screenedSince, sql`"settledAt"`);
  return sql`facts as materialized (${facts(scope, query, at)}),
    pipeline as materialized (select facts.*,
      case
        when status = 'rejected' then 'rejected'
        when status in ('approved', 'conditional') then 'admitted'
        when returned > 0 then 'filling_in'
        when status = 'prospect' then case
          when "joinedAt" is not null then 'filling_in'
          when "invitedAt" is not null then 'invited'
          else 'registered' end
        when checks = 0 or "missingChecks" > 0 or "openHits" > 0 then 'screening'
        when "assessedOn" is null then 'assessment'
        else 'decision'
      end as stage,
      case
        when status in ('rejected', 'approved', 'conditional')
          then coalesce("decidedAt", "changedAt", "createdAt")
        when returned > 0 then "returnedAt"
        when status = 'prospect' then coalesce("joinedAt", "invitedAt", "createdAt")
        when checks = 0 or "missingChecks" > 0 or "openHits" > 0 then ${screenedSince}
        when "assessedOn" is null then ${checkedSince}
        else ${later(checkedSince, sql`coalesce("concludedAt", "assessedOn")`)}
      end as since
    from facts)`;
}

/** The later of two times, of which the second may be missing. */
function later(first: SQL, second: SQL): SQL {
  return sql`case when coalesce(${first}, '') >= coalesce(${second}, '') then ${first} else ${second} end`;
}

function facts(scope: Scope, query: PipelineQuery, { today, now }: At): SQL {
  const openInvitation = sql`i.vendor_id = v.id and i.accepted_at is null and i.revoked_at is null
    and i.waits_since is null`;
  const openScoring = sql`s.vendor_id = v.id and s.state <> 'concluded'`;
  const checksWhere = (state: SQL) => sql`(select count(*) from due_diligence_checks c
    where c.vendor_id = v.id and ${state})`;
  return sql`
    select v.id, v.code, v.name, v.country, v.status, v.tier, v.created_at as "createdAt",
      (select min(i.invited_at) from vendor_invitations i where ${openInvitation}) as "invitedAt",
      case when (select max(i.expires_at) from vendor_invitations i where ${openInvitation}) <= ${now}
        then 1 else 0 end as "hasExpired",
      coalesce(
        (select min(i.accepted_at) from vendor_invitations i where i.vendor_id = v.id),
        (select min(p.created_at) from people p
          where p.vendor_id = v.id and p.password_hash is not null)
      ) as "joinedAt",
      (select count(*) from vendor_sections d where d.vendor_id = v.id
        and d.remark is not null and d.answered_at is null) as returned,
      (select min(d.returned_at) from vendor_sections d where d.vendor_id = v.id
        and d.remark is not null and d.answered_at is null) as "returnedAt",
      (select max(h.submitted_at) from company_submissions h where h.vendor_id = v.id)
        as "submittedAt",
      (select count(*) from company_submissions h
        where h.vendor_id = v.id and h.settled_at is null) as "toRead",
      ${checksWhere(sql`1 = 1`)} as checks,
      ${checksWhere(sql`c.state in ${[...missingStates]}`)} as "missingChecks",
      ${checksWhere(sql`c.state = 'awaiting_sign_off'`)} as "waitingChecks",
      (select max(c.settled_at) from due_diligence_checks c where c.vendor_id = v.id)
        as "settledAt",
      (select count(*) from screening_hits h where h.vendor_id = v.id and h.state = 'open')
        as "openHits",
      (select min(s.state) from scorings s where ${openScoring}) as scoring,
      (select count(*) from scorings s
        join scoring_assessors a on a.scoring_id = s.id and a.submitted_at is null
        where ${openScoring}) as "openScores",
      (select max(s.concluded_at) from scorings s where s.vendor_id = v.id) as "concludedAt",
      (select max(a.assessed_on) from assessments a
        where a.vendor_id = v.id and a.valid_until >= ${today}) as "assessedOn",
      (select max(a.decided_at) from admissions a where a.vendor_id = v.id) as "decidedAt",
      (select count(*) from actions a where a.vendor_id = v.id and a.origin = 'assessment'
        and a.done_at is null and a.cancelled_at is null) as "openConditions",
      (select max(e.at) from audit_entries e
        where e.entity = 'vendor' and e.entity_id = cast(v.id as text)
          and e.action = 'vendor.status_changed') as "changedAt"
    from vendors v
    where ${condition(scope, query)}`;
}

function condition(scope: Scope, { filters, search }: PipelineQuery): SQL {
  const parts = [
    sql`v.status in ${[...pipelineStatuses]}`,
    scope.kind === 'everything' ? undefined : withinScope(scope, sql`v.id`),
    filters.tier.length > 0 ? sql`v.tier in ${filters.tier}` : undefined,
    filters.country.length > 0 ? sql`v.country in ${filters.country}` : undefined,
    holdsText(search, sql`v.name || ' ' || v.code`),
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` and `,
  );
}
