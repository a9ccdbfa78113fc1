import { desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { work } from '~db/schema/jobs';
import { people } from '~db/schema/auth';
import { vendorImports } from '~db/schema/vendor-imports';
import type { Reader } from '~db/store.server';

const LATEST = 5;

/** An import as its page tells of it; whoever does not reach every vendor sees none. */
export async function findVendorImport(reader: Reader, scope: Scope, importId: number) {
  if (scope.kind !== 'everything') return null;
  const [row] = await reader
    .select({ found: vendorImports, sender: people.name })
    .from(vendorImports)
    .leftJoin(people, eq(people.id, vendorImports.receivedBy))
    .where(eq(vendorImports.id, importId));
  return row ? { ...row.found, sender: row.sender } : null;
}

/** The files that came in last, with what became of them. */
export async function latestVendorImports(reader: Reader, scope: Scope) {
  if (scope.kind !== 'everything') return [];
  return reader
    .select({
      id: vendorImports.id,
      fileName: vendorImports.fileName,
      state: vendorImports.state,
      receivedAt: vendorImports.receivedAt,
      sender: people.name,
    })
    .from(vendorImports)
    .leftJoin(people, eq(people.id, vendorImports.receivedBy))
    .orderBy(desc(vendorImports.receivedAt), desc(vendorImports.id))
    .limit(LATEST);
}

/** How far an import that is not over has come; `failed` where its work broke down and nothing was stored. */
export async function importProgress(reader: Reader, { workId }: { workId: number }) {
  const [row] = await reader
    .select({ state: work.state, done: work.done, total: work.total })
    .from(work)
    .where(eq(work.id, workId));
  return row ?? { state: 'failed' as const, done: 0, total: null };
}
