import { id, index, ref, table, text, uniqueIndex } from '../columns';

/** The market tree: global → region → country → city. `path` holds the ids from the root, `/1/7/`, for subtree queries. */
export const markets = table(
  'markets',
  {
    id: id(),
    code: text().notNull(),
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    level: text(['global', 'region', 'country', 'city']).notNull(),
    parentId: ref(),
    path: text().notNull(),
    /** The vendor whose report named it: other vendors know nothing of it until one of us takes it into the register. */
    reportedBy: ref(),
  },
  (t) => [
    uniqueIndex('markets_code').on(t.code),
    index('markets_path').on(t.path),
    index('markets_parent').on(t.parentId),
  ],
);
