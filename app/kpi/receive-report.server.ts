import { and, desc, eq, ne } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { record } from '~/audit/record.server';
import { cleanFileName } from '~/shared/file-name';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reports, uploads } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import type { ReadingSource } from './reading';
import type { ReportChannel } from './report';
import { visibleReports } from './report-queries.server';
import { keepUpload } from '~/documents/upload-folder.server';

export type Received = {
  reportId: number;
  /** The same bytes came before: nothing was stored. */
  known: boolean;
};

type Arrival = {
  vendorId: number;
  source: ReadingSource;
  channel: ReportChannel;
  file: { name: string; mediaType: string; bytes: Uint8Array };
};

/**
 * Takes in a report's file as it came and opens a report for it, to be read next. The same bytes of the same vendor and
 * source are recognised and change nothing.
 */
export async function receiveReport(
  portal: { store: Store; uploads: string },
  act: Act,
  { vendorId, source, channel, file }: Arrival,
  follow?: (tx: Tx, reportId: number) => Promise<void>,
): Promise<Outcome<Received>> {
  const fileName = cleanFileName(file.name);
  const sha256 = await keepUpload(portal.uploads, file.bytes);
  return portal.store.transact(async (tx) => {
    const [vendor] = await tx
      .select({ id: vendors.id })
      .from(vendors)
      .where(and(eq(vendors.id, vendorId), withinScope(act.scope, vendors.id)));
    if (!vendor) return refused('not_found');
    await tx.lockRow('vendors', 'id', vendorId);
    const known = await sameBytes(tx, act, vendorId, source, sha256);
    if (known !== null) return done({ reportId: known, known: true });
    const reportId = await openReport(tx, act, {
      arrival: { vendorId, source, channel },
      upload: {
        sha256,
        fileName,
        mediaType: file.mediaType.slice(0, 100),
        bytes: file.bytes.length,
      },
    });
    await record(tx, act, {
      action: 'report.received',
      entity: 'report',
      entityId: reportId,
      vendorId,
      after: { fileName, sha256, source, channel },
    });
    await follow?.(tx, reportId);
    return done({ reportId, known: false });
  });
}

type Opened = {
  arrival: Omit<Arrival, 'file'>;
  upload: { sha256: string; fileName: string; mediaType: string; bytes: number };
};

/** Enters the file and the report that is to be read from it. */
async function openReport(tx: Tx, act: Act, { arrival, upload }: Opened): Promise<number> {
  const at = act.now.toISOString();
  const by = personIdOf(act);
  const [kept] = await tx
    .insert(uploads)
    .values({ vendorId: arrival.vendorId, ...upload, receivedAt: at, receivedBy: by })
    .returning({ id: uploads.id });
  const [report] = await tx
    .insert(reports)
    .values({
      ...arrival,
      uploadId: kept?.id ?? null,
      state: 'staging',
      createdAt: at,
      createdBy: by,
    })
    .returning({ id: reports.id });
  if (!report) throw new Error('the report was not opened');
  return report.id;
}

/** The latest report of the same bytes that whoever sends them may know of. */
async function sameBytes(
  tx: Tx,
  act: Act,
  vendorId: number,
  source: ReadingSource,
  sha256: string,
): Promise<number | null> {
  const [report] = await tx
    .select({ id: reports.id })
    .from(uploads)
    .innerJoin(reports, eq(reports.uploadId, uploads.id))
    .where(
      and(
        visibleReports(act.scope),
        eq(uploads.vendorId, vendorId),
        eq(uploads.sha256, sha256),
        eq(reports.source, source),
        ne(reports.state, 'discarded'),
      ),
    )
    .orderBy(desc(reports.createdAt))
    .limit(1);
  return report?.id ?? null;
}
