import { date, id, index, instant, integer, ref, table, text } from '../columns';
import { kpis } from './kpi';
import { markets } from './markets';
import { services, vendors } from './vendors';

/** Something promised, with owner and due date, wherever it came from. */
export const actions = table(
  'actions',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    origin: text(['review', 'breach', 'risk', 'assessment', 'switch', 'agreement']).notNull(),
    /** The record it came from: a case, a switch plan, an assessment, the vendor itself. */
    originId: ref().notNull(),
    position: integer().notNull().default(0),
    /** A step known by the product (`cut_over`), whose words stand in the locale files; else `title` says it. */
    step: text(),
    title: text(),
    side: text(['ours', 'vendor']).notNull(),
    ownerId: ref(),
    ownerName: text(),
    dueOn: date(),
    /** What it is to move: a KPI, for everything or for a service or market. */
    kpiId: ref().references(() => kpis.id),
    serviceId: ref().references(() => services.id),
    marketId: ref().references(() => markets.id),
    /** For which due day who owes it was written to last, and how many days after it. */
    chasedFor: date(),
    chasedDay: integer(),
    doneAt: instant(),
    doneBy: ref(),
    cancelledAt: instant(),
    cancelReason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('actions_origin').on(t.origin, t.originId),
    index('actions_vendor').on(t.vendorId),
    index('actions_kpi').on(t.kpiId, t.vendorId),
    index('actions_due').on(t.doneAt, t.dueOn),
    index('actions_owner').on(t.ownerId, t.doneAt),
  ],
);
