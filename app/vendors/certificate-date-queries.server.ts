import { and, asc, between, eq, notInArray } from 'drizzle-orm';
import type { DatedSubject } from '~/notifications/remind-of-dates.server';
import { inEachLanguage } from '~/notifications/each-language';
import type { EachLanguage } from '~/notifications/mail';
import { remindableDates } from '~/notifications/reminder';
import type { TodayIn } from '~/shared/today';
import { certificates, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { certificateNames } from './certificate-name.server';

/** Certificates whose expiry may have to be reminded of, except those of vendors that are gone. */
export async function certificateDates(reader: Reader, today: TodayIn): Promise<DatedSubject[]> {
  const day = today('UTC');
  const { from, to } = remindableDates(day);
  const rows = await reader
    .select({ certificate: certificates, vendorName: vendors.name })
    .from(certificates)
    .innerJoin(vendors, eq(vendors.id, certificates.vendorId))
    .where(
      and(
        between(certificates.expiresOn, from, to),
        notInArray(vendors.status, ['rejected', 'exited']),
      ),
    )
    .orderBy(asc(certificates.expiresOn), asc(certificates.id));
  return rows.map(({ certificate: { id, vendorId, kind, number, expiresOn }, vendorName }) => ({
    id,
    vendorId,
    vendorName,
    date: expiresOn ?? '',
    today: day,
    name: nameInLetter(kind, number),
    link: `/vendors/${vendorId}`,
    vendorLink: '/company/certificates',
  }));
}

function nameInLetter(kind: string, number: string | null): EachLanguage {
  const names = certificateNames(kind);
  return number === null
    ? names
    : inEachLanguage(
        (language) => `${names[language]}${language === 'en' ? ` (${number})` : `（${number}）`}`,
      );
}
