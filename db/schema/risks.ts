import { boolean, date, id, index, instant, integer, ref, table, text } from '../columns';
import { vendors } from './vendors';

/** An entry of the risk register; residual risk is likelihood × impact after treatment, 1 to 25. */
export const risks = table(
  'risks',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    category: text([
      'political',
      'operational',
      'financial',
      'information',
      'reputation',
    ]).notNull(),
    title: text().notNull(),
    likelihood: integer().notNull(),
    impact: integer().notNull(),
    residualLikelihood: integer().notNull(),
    residualImpact: integer().notNull(),
    reviewedOn: date().notNull(),
    /** We talk about it with the vendor: it stands in the part of a review pack that both sides read. */
    shared: boolean().notNull().default(false),
    closedAt: instant(),
  },
  (t) => [index('risks_vendor').on(t.vendorId)],
);
