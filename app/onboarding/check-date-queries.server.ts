import { and, asc, between, eq, inArray, notInArray } from 'drizzle-orm';
import { translate } from '~/locales/i18n.server';
import type { DatedSubject } from '~/notifications/remind-of-dates.server';
import { remindableDates } from '~/notifications/reminder';
import type { TodayIn } from '~/shared/today';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/** Results of due diligence whose last day may have to be reminded of, except those of vendors that are gone. */
export async function checkDates(reader: Reader, today: TodayIn): Promise<DatedSubject[]> {
  const day = today('UTC');
  const { from, to } = remindableDates(day);
  const rows = await reader
    .select({ check: dueDiligenceChecks, vendorName: vendors.name })
    .from(dueDiligenceChecks)
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .where(
      and(
        between(dueDiligenceChecks.expiresOn, from, to),
        inArray(dueDiligenceChecks.state, ['passed', 'not_applicable', 'expired']),
        notInArray(vendors.status, ['rejected', 'exited']),
      ),
    )
    .orderBy(asc(dueDiligenceChecks.expiresOn), asc(dueDiligenceChecks.id));
  const [english, chinese] = [translate('en'), translate('zh-CN')];
  return rows.map(({ check: { id, vendorId, kind, expiresOn }, vendorName }) => ({
    id,
    vendorId,
    vendorName,
    date: expiresOn ?? '',
    today: day,
    // The readers of one letter may read either language.
    name: `${english(`diligence:check.kinds.${kind}`)} · ${chinese(`diligence:check.kinds.${kind}`)}`,
    link: `/checks/${id}`,
  }));
}
