import { sql } from 'drizzle-orm';
import { id, index, instant, ref, table, text, uniqueIndex } from '../columns';
import { vendors } from './vendors';

/**
 * Numbers by which the world knows a vendor, in their one form. A number has one holder; what a vendor enters of itself
 * that another one holds is kept as contested, so that it learns nothing of the other and insiders can settle it.
 */
export const vendorIdentifiers = table(
  'vendor_identifiers',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    kind: text(['lei', 'vat', 'uscc', 'duns']).notNull(),
    value: text().notNull(),
    country: text(),
    standing: text(['held', 'contested']).notNull().default('held'),
    enteredAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('vendor_identifiers_held')
      .on(t.kind, t.value)
      .where(sql`standing = 'held'`),
    uniqueIndex('vendor_identifiers_vendor').on(t.vendorId, t.kind, t.value),
    index('vendor_identifiers_value').on(t.value),
  ],
);
