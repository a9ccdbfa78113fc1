/** A text file that goes out with a letter, kept in the store with it. */
export type MailAttachment = {
  name: string;
  /** With its parameters: `text/calendar; charset=utf-8; method=REQUEST`. */
  type: string;
  content: string;
};

/** What a calendar is asked to do with an attached event: `REQUEST` or `CANCEL`; null for any other file. */
export function calendarMethod({ type }: MailAttachment): string | null {
  return /^text\/calendar\b.*\bmethod=(\w+)/i.exec(type)?.[1]?.toUpperCase() ?? null;
}
