import { askingDataKinds, clauseGroups, clauseStates, dataKinds } from '~/contracts/clause';
import type { TransferMechanism } from '~/contracts/data-transfer';
import {
  boolean,
  id,
  index,
  instant,
  integer,
  json,
  ref,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { contracts } from './contracts';
import { markets } from './markets';
import { services } from './vendors';

/** A clause that contracts are checked for; what it should say stands in its texts. */
export const clauses = table(
  'clauses',
  {
    id: id(),
    code: text().notNull(),
    group: text(clauseGroups).notNull(),
    position: integer().notNull(),
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    protectsEn: text().notNull(),
    protectsZh: text().notNull(),
    lookForEn: text().notNull(),
    lookForZh: text().notNull(),
    /** Came with the product; the house's own otherwise. */
    withProduct: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('clauses_code').on(t.code)],
);

/** The model text of a clause, version by version; the latest is offered, the earlier ones stay readable. */
export const clauseTexts = table(
  'clause_texts',
  {
    id: id(),
    clauseId: ref()
      .notNull()
      .references(() => clauses.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    textEn: text().notNull(),
    textZh: text().notNull(),
    reason: text(),
    createdAt: instant().notNull(),
    createdBy: ref(),
  },
  (t) => [uniqueIndex('clause_texts_version').on(t.clauseId, t.version)],
);

/** Where a clause is required or, further down the tree, is not after all; a column left open means any. */
export const clauseRequirements = table(
  'clause_requirements',
  {
    id: id(),
    clauseId: ref()
      .notNull()
      .references(() => clauses.id, { onDelete: 'cascade' }),
    serviceId: ref().references(() => services.id),
    marketId: ref().references(() => markets.id),
    /** The least sensitive data from which it holds. */
    fromData: text(askingDataKinds),
    isRequired: boolean().notNull(),
    reasonEn: text().notNull(),
    reasonZh: text().notNull(),
    /** The law, standard or decision behind it. */
    source: text(),
    withProduct: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [index('clause_requirements_clause').on(t.clauseId)],
);

/** What a contract's data is, where it is worked on and on what ground it travels: what required sets ask for. */
export const contractData = table('contract_data', {
  contractId: ref()
    .primaryKey()
    .references(() => contracts.id, { onDelete: 'cascade' }),
  dataKind: text(dataKinds).notNull(),
  /** Countries beside the vendor's own, ISO 3166-1 alpha-2. */
  workedOnIn: json<string[]>().notNull(),
  mechanisms: json<TransferMechanism[]>().notNull(),
  changedAt: instant().notNull(),
});

/** How a contract stands to a clause: nobody has looked where there is no row. */
export const contractClauses = table(
  'contract_clauses',
  {
    id: id(),
    contractId: ref()
      .notNull()
      .references(() => contracts.id, { onDelete: 'cascade' }),
    clauseId: ref()
      .notNull()
      .references(() => clauses.id),
    state: text(clauseStates).notNull(),
    /** The version of the model text that it was compared with. */
    comparedWith: integer(),
    place: text(),
    text: text(),
    reason: text(),
    checkedAt: instant().notNull(),
    checkedBy: ref(),
  },
  (t) => [uniqueIndex('contract_clauses_clause').on(t.contractId, t.clauseId)],
);
