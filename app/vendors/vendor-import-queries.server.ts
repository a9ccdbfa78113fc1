import { desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { work } from '~db/schema/jobs';
import { people } from '~db/schema/auth';
import { vendorImports } from '~db/schema/vendor-imports';
import type { Reader } from '~db/store.server';

const LATEST = 5;

type Standing = Pick<typeof vendorImports.$inferSelect, 'state'>;
type WorkBehind = Pick<typeof work.$inferSelect, 'state' | 'done' | 'total'> | null;

/** How an import stands: one that waits is `failed` where its work broke down, or is gone, and nothing was stored. */
function standingOf<Row extends Standing>(row: Row, behind: WorkBehind) {
  const { state: kept, ...about } = row;
  const isOver = behind === null || behind.state === 'failed';
  const state = kept === 'waiting' && isOver ? ('failed' as const) : kept;
  /** How far the work has come, while there is something to wait for. */
  const progress = state === 'waiting' ? behind : null;
  return { ...about, state, progress };
}

const behind = { state: work.state, done: work.done, total: work.total };

/** An import as its page tells of it; whoever does not reach every vendor sees none. */
export async function findVendorImport(reader: Reader, scope: Scope, importId: number) {
  if (scope.kind !== 'everything') return null;
  const [row] = await reader
    .select({ found: vendorImports, sender: people.name, behind })
    .from(vendorImports)
    .leftJoin(people, eq(people.id, vendorImports.receivedBy))
    .leftJoin(work, eq(work.id, vendorImports.workId))
    .where(eq(vendorImports.id, importId));
  return row ? { ...standingOf(row.found, row.behind), sender: row.sender } : null;
}

/** The files that came in last, with what became of them. */
export async function latestVendorImports(reader: Reader, scope: Scope) {
  if (scope.kind !== 'everything') return [];
  const rows = await reader
    .select({
      id: vendorImports.id,
      fileName: vendorImports.fileName,
      state: vendorImports.state,
      receivedAt: vendorImports.receivedAt,
      sender: people.name,
      behind,
    })
    .from(vendorImports)
    .leftJoin(people, eq(people.id, vendorImports.receivedBy))
    .leftJoin(work, eq(work.id, vendorImports.workId))
    .orderBy(desc(vendorImports.receivedAt), desc(vendorImports.id))
    .limit(LATEST);
  return rows.map(({ behind: found, ...row }) => standingOf(row, found));
}
