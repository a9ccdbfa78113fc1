import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import type { MailAttachment } from '~/notifications/mail-attachment';
import { quarterText } from '~/packs/show-value';
import { formatInstant } from '~/shared/format';
import type { Period } from '~/shared/period';

/** A review as a calendar has it: the same `uid` is the same event, and a higher `sequence` is its later text. */
export type ReviewEvent = {
  uid: string;
  sequence: number;
  vendorName: string;
  quarter: Period;
  meetsAt: string;
  minutes: number;
  timeZone: string;
  place: string | null;
  cancelled: boolean;
  organizer: Attendee;
  attendees: readonly Attendee[];
  /** The page of the review, with the portal's address. */
  url: string;
};

type Attendee = { name: string; email: string };

/** What a calendar is to do with an event: take it in and answer, take it out, or show it to whoever opens the file. */
export type EventMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/**
 * A review as an iCalendar file (RFC 5545, with the method of RFC 5546). The time is given in UTC, which every calendar
 * shows in its owner's zone; the text says it in the zone of the meeting.
 */
export function reviewEventFile(
  event: ReviewEvent,
  method: EventMethod,
  { language, now }: { language: Language; now: Date },
): MailAttachment {
  const t = translate(language);
  const { vendorName, uid, sequence, minutes, timeZone, place, url, organizer } = event;
  const start = new Date(event.meetsAt);
  const time = formatInstant(event.meetsAt, timeZone, language);
  const calendar = ical({
    prodId: { company: 'Mainstay', product: 'Mainstay', language: language === 'en' ? 'EN' : 'ZH' },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    ...{ id: uid, sequence, stamp: now, start, url },
    end: new Date(start.getTime() + minutes * 60_000),
    summary: eventTitle(event, language),
    description: t('papers:event.text', { vendor: vendorName, time, zone: timeZone, link: url }),
    location: place,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer,
    attendees:
      method === 'PUBLISH'
        ? []
        : event.attendees.map((attendee) => ({
            ...attendee,
            rsvp: method === 'REQUEST',
            role: ICalAttendeeRole.REQ,
          })),
  });
  return {
    name: 'review.ics',
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
  };
}

/** How a calendar names the review: `Business review, 2022 Q4: Southwest`. */
function eventTitle(
  { quarter, vendorName }: Pick<ReviewEvent, 'quarter' | 'vendorName'>,
  locale: Language,
): string {
  const t = translate(locale);
  return t('papers:event.title', {
    quarter: quarterText(quarter, { t }),
    vendor: vendorName,
  });
}
