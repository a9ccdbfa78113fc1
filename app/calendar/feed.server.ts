import ical from 'ical-generator';
import { translate } from '~/locales/i18n.server';
import { addDays } from '~/shared/calendar';
import type { ComingDate } from './coming-date';
import { comingRecord } from './coming-record';

type Feed = {
  dates: readonly ComingDate[];
  locale: 'en' | 'zh-CN';
  /** The portal's address, before each link. */
  address: string;
  now: Date;
};

/** The coming dates as an iCalendar (RFC 5545), in the reader's language: whole days, and meetings at their hour. */
export function calendarFeed({ dates, locale, address, now }: Feed): string {
  const t = translate(locale);
  const calendar = ical({
    name: t('contracts:calendar.feedName'),
    prodId: { company: 'Mainstay', product: 'Mainstay', language: locale === 'en' ? 'EN' : 'ZH' },
  });
  for (const { key, kind, date, name, month, vendorName, href, meeting } of dates) {
    calendar.createEvent({
      ...(meeting
        ? atHour(meeting)
        : {
            id: `${key}@mainstay`,
            start: asDay(date),
            end: asDay(addDays(date, 1)),
            allDay: true,
          }),
      stamp: now,
      summary: t('contracts:calendar.event', {
        kind: t(`contracts:calendar.kind.${kind}`),
        record: comingRecord({ kind, name, month }, { t, locale }),
        vendor: vendorName,
      }),
      url: `${address}${href}`,
    });
  }
  return calendar.toString();
}

/** The event that people were invited to: a calendar that has it already keeps one. */
function atHour({ uid, sequence, startsAt, minutes }: NonNullable<ComingDate['meeting']>) {
  const start = new Date(startsAt);
  return { id: uid, sequence, start, end: new Date(start.getTime() + minutes * 60_000) };
}

/** A whole day is written by its local parts: those of the machine stand for the day itself. */
function asDay(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}
