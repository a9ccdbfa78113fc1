import { date, decimal, id, index, ref, table, text } from '../columns';
import { vendors } from './vendors';

/** The result of one scoring of a vendor, 0 to 100, valid until its date. */
export const assessments = table(
  'assessments',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    scorecard: text().notNull(),
    total: decimal().notNull(),
    result: text(['qualified', 'conditional', 'disqualified']).notNull(),
    assessedOn: date().notNull(),
    validUntil: date().notNull(),
  },
  (t) => [index('assessments_vendor').on(t.vendorId, t.assessedOn)],
);
