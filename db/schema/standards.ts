import {
  boolean,
  date,
  id,
  index,
  instant,
  integer,
  json,
  primaryKey,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { contracts, slaTerms } from './contracts';
import { kpis } from './kpi';
import { markets } from './markets';
import { services } from './vendors';

/** A set of SLA terms that contracts inherit, held at a market and good for all within it. */
export const standards = table(
  'standards',
  {
    id: id(),
    code: text().notNull(),
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    marketId: ref()
      .notNull()
      .references(() => markets.id),
    /** Whose text it expresses, and under which licence. */
    source: text(),
    licence: text(),
    /** What of that text no term can say. */
    limits: json<{ en: string; zh: string }[]>().notNull(),
    demonstration: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('standards_code').on(t.code)],
);

/** One term of a standard: its KPI and scope, which hold in every market and version. */
export const standardTerms = table(
  'standard_terms',
  {
    id: id(),
    standardId: ref()
      .notNull()
      .references(() => standards.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kpiId: ref()
      .notNull()
      .references(() => kpis.id),
    serviceId: ref().references(() => services.id),
    scopeMarketId: ref().references(() => markets.id),
  },
  (t) => [uniqueIndex('standard_terms_position').on(t.standardId, t.position)],
);

/** What a term of a standard says at a market from a day on; without a document the market inherits again. */
export const standardTexts = table(
  'standard_texts',
  {
    id: id(),
    termId: ref()
      .notNull()
      .references(() => standardTerms.id, { onDelete: 'cascade' }),
    marketId: ref()
      .notNull()
      .references(() => markets.id),
    version: integer().notNull(),
    effectiveFrom: date().notNull(),
    document: json<Record<string, unknown>>(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: ref(),
  },
  (t) => [uniqueIndex('standard_texts_version').on(t.termId, t.marketId, t.version)],
);

/** A contract that takes its terms from a standard, as it holds in a market. */
export const adoptions = table(
  'adoptions',
  {
    id: id(),
    standardId: ref()
      .notNull()
      .references(() => standards.id, { onDelete: 'cascade' }),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    marketId: ref()
      .notNull()
      .references(() => markets.id),
    since: date().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('adoptions_contract').on(t.contractId, t.standardId),
    index('adoptions_standard').on(t.standardId),
  ],
);

/** Which term of the contract stands for which of the standard, and the version that the standard wrote last. */
export const adoptedTerms = table(
  'adopted_terms',
  {
    adoptionId: ref()
      .notNull()
      .references(() => adoptions.id, { onDelete: 'cascade' }),
    standardTermId: ref()
      .notNull()
      .references(() => standardTerms.id, { onDelete: 'cascade' }),
    termId: ref()
      .notNull()
      .references(() => slaTerms.id, { onDelete: 'cascade' }),
    /** Null where the contract kept a text of its own. */
    versionId: ref(),
  },
  (t) => [primaryKey({ columns: [t.adoptionId, t.standardTermId] })],
);

/** One carrying of a standard to contracts: newly applied, or after it changed. */
export const standardRuns = table(
  'standard_runs',
  {
    id: id(),
    standardId: ref()
      .notNull()
      .references(() => standards.id, { onDelete: 'cascade' }),
    kind: text(['apply', 'change']).notNull(),
    marketId: ref()
      .notNull()
      .references(() => markets.id),
    effectiveFrom: date().notNull(),
    existing: text(['keep', 'replace']).notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: ref(),
  },
  (t) => [index('standard_runs_standard').on(t.standardId, t.createdAt)],
);

/** How a run went for each contract: all of it or nothing. */
export const standardRunContracts = table(
  'standard_run_contracts',
  {
    runId: ref()
      .notNull()
      .references(() => standardRuns.id, { onDelete: 'cascade' }),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    state: text(['waiting', 'proposed', 'done', 'refused']).notNull(),
    /** What the run proposed to an agreed contract; with `waiting` it is approved and about to be applied. */
    amendmentId: ref(),
    added: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    kept: integer().notNull().default(0),
    refusal: json<{ code: string; params?: Record<string, string | number | null> }>(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.contractId] }),
    index('standard_run_contracts_amendment').on(t.amendmentId),
  ],
);
