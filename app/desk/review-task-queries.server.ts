import { and, asc, eq, exists, gte, inArray, lte, not, type SQL } from 'drizzle-orm';
import { addDays, localDate } from '~/shared/calendar';
import type { Scope } from '~/auth/act';
import { reviewsWithin } from '~/reviews/find-review.server';
import { quarterNumber } from '~/packs/quarter';
import { yearOf } from '~/shared/period';
import { commentsUntil, meetingDay } from '~/reviews/plan';
import { signingDueOn } from '~/reviews/signing-days.server';
import { reviewSignatures } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Task, TaskKind } from './task';

const MOST = 100;

type Asked = { now: Date; side: 'ours' | 'vendor' };
type Row = Awaited<ReturnType<typeof reviewsIn>>[number];

/** What reviews ask of a side: packs to read, meetings of the day, records to send out and to sign. */
export async function reviewTasks(
  reader: Reader,
  scope: Scope,
  { now, side }: Asked,
): Promise<Task[]> {
  return [
    ...(await meetingsToday(reader, scope, now)),
    ...(side === 'vendor' ? await packsToRead(reader, scope, now) : []),
    ...(side === 'ours' ? await recordsToSend(reader, scope) : []),
    ...(await recordsToSign(reader, scope, side)),
  ];
}

async function packsToRead(reader: Reader, scope: Scope, now: Date): Promise<Task[]> {
  const rows = await reviewsIn(reader, scope, eq(reviews.state, 'frozen'));
  return rows
    .filter((row) => localDate(now, row.timeZone) <= commentsUntil(row))
    .map((row) => task('review_pack', row, `/reviews/${row.id}`, commentsUntil(row)));
}

async function meetingsToday(reader: Reader, scope: Scope, now: Date): Promise<Task[]> {
  const day = now.toISOString().slice(0, 10);
  const around = and(
    inArray(reviews.state, ['frozen', 'meeting']),
    gte(reviews.meetsAt, addDays(day, -1)),
    lte(reviews.meetsAt, addDays(day, 2)),
  );
  const rows = await reviewsIn(reader, scope, around);
  return rows
    .filter((row) => meetingDay(row) === localDate(now, row.timeZone))
    .map((row) => task('review_meeting', row, `/reviews/${row.id}`, meetingDay(row)));
}

async function recordsToSend(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await reviewsIn(reader, scope, eq(reviews.state, 'held'));
  return rows.map((row) =>
    task(
      'review_record',
      row,
      `/reviews/${row.id}/record`,
      row.heldAt === null ? null : addDays(row.heldAt.slice(0, 10), 1),
    ),
  );
}

async function recordsToSign(
  reader: Reader,
  scope: Scope,
  side: 'ours' | 'vendor',
): Promise<Task[]> {
  const own = reader
    .select({ id: reviewSignatures.id })
    .from(reviewSignatures)
    .where(and(eq(reviewSignatures.reviewId, reviews.id), eq(reviewSignatures.side, side)));
  const unsigned = and(eq(reviews.state, 'recorded'), not(exists(own)));
  const rows = await reviewsIn(reader, scope, unsigned);
  const tasks = rows.map(async (row) => {
    const due =
      row.recordSentAt === null ? null : await signingDueOn({ ...row, sentAt: row.recordSentAt });
    return task('review_sign', row, `/reviews/${row.id}/record`, due);
  });
  return Promise.all(tasks);
}

function task(kind: TaskKind, row: Row, href: string, dueOn: string | null): Task {
  return {
    kind,
    key: `${kind}:${row.id}`,
    href,
    dueOn,
    period: null,
    params: {
      vendor: row.vendor,
      year: yearOf(row.quarter),
      quarter: quarterNumber(row.quarter),
    },
  };
}

async function reviewsIn(reader: Reader, scope: Scope, where: SQL | undefined) {
  return reader
    .select({
      id: reviews.id,
      quarter: reviews.quarter,
      meetsAt: reviews.meetsAt,
      timeZone: reviews.timeZone,
      heldAt: reviews.heldAt,
      recordSentAt: reviews.recordSentAt,
      vendor: vendors.name,
      country: vendors.country,
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(and(reviewsWithin(scope), where))
    .orderBy(asc(reviews.meetsAt), asc(reviews.id))
    .limit(MOST);
}
