import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { randomId } from '~db/columns';
import { work } from '~db/schema/jobs';
import { reportFindings, reports } from '~db/schema/kpi';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/casts/review-cast';
import { contextFor } from '../../tests/visit';
import { submitAndEvaluate } from './report-work.server';

let context: PortalContext;
let cast: Cast;
beforeEach(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
});

/** A report of Harbour's that was read with two warnings. */
async function draftWithWarnings() {
  const reportId = randomId();
  await context.store.transact(async (tx) => {
    await tx.insert(reports).values({
      ...{ id: reportId, vendorId: cast.vendor.harbour.id, state: 'draft', channel: 'file' },
      ...{ source: 'vendor_report', readingCount: 2, warningCount: 2 },
      createdAt: testNow.toISOString(),
      createdBy: cast.person.hanna.id,
    });
    const warning = { reportId, severity: 'warning', code: 'repeated_value' } as const;
    await tx.insert(reportFindings).values([warning, warning]);
  });
  return reportId;
}

const findingsOf = (reportId: number) =>
  context.store.read
    .select()
    .from(reportFindings)
    .where(eq(reportFindings.reportId, reportId))
    .orderBy(reportFindings.id);

describe('submitting a report', () => {
  it('that is refused keeps what was typed, and evaluates nothing', async () => {
    const reportId = await draftWithWarnings();
    const [first] = await findingsOf(reportId);
    const act = actOf(cast.person.hanna, cast.vendor.harbour.id);
    const comments = { [first?.id ?? 0]: 'A strike in the port' };
    const submission = { reportId, comments, comment: 'More in the annex' };
    expect(await submitAndEvaluate(context, act, submission)).toMatchObject({
      ok: false,
      reason: { code: 'warnings_need_comments', params: { count: 1 } },
    });
    expect((await findingsOf(reportId)).map(({ comment }) => comment)).toEqual([
      'A strike in the port',
      null,
    ]);
    const isIt = eq(reports.id, reportId);
    const [report] = await context.store.read.select().from(reports).where(isIt);
    expect(report).toMatchObject({ state: 'draft', comment: 'More in the annex' });
    expect(await context.store.read.$count(work)).toBe(0);
  });
});
