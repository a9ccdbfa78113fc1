import { and, asc, between, eq, isNull, notInArray } from 'drizzle-orm';
import type { DatedSubject } from '~/notifications/remind-of-dates.server';
import { remindableDates } from '~/notifications/reminder';
import type { TodayIn } from '~/shared/today';
import { documents } from '~db/schema/documents';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/**
 * Documents whose expiry may have to be reminded of, except those of vendors that are gone and copies of certificates,
 * whose dates are reminded of as such.
 */
export async function documentDates(reader: Reader, today: TodayIn): Promise<DatedSubject[]> {
  const day = today('UTC');
  const { from, to } = remindableDates(day);
  const rows = await reader
    .select({ document: documents, vendorName: vendors.name })
    .from(documents)
    .innerJoin(vendors, eq(vendors.id, documents.vendorId))
    .where(
      and(
        between(documents.expiresOn, from, to),
        isNull(documents.removedAt),
        notInArray(documents.kind, ['certificate']),
        notInArray(vendors.status, ['rejected', 'exited']),
      ),
    )
    .orderBy(asc(documents.expiresOn), asc(documents.id));
  return rows.map(({ document: { id, vendorId, title, expiresOn, internal }, vendorName }) => ({
    id,
    vendorId,
    vendorName,
    date: expiresOn ?? '',
    today: day,
    name: title,
    link: `/vendors/${vendorId}`,
    vendorLink: '/company/certificates',
    isInternal: internal,
  }));
}
