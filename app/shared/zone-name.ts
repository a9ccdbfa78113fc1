import type { Locale } from './format';

/**
 * A time zone as people call it: `Eastern Time`, `北美东部时间`; one without a name by its id. Made where a page is
 * loaded: the names differ between versions of the server and the browser.
 */
export function zoneName(timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
