import type { TFunction } from 'i18next';
import { formatListed } from '~/shared/format';
import { nameOrCode } from '~/shared/named';
import { certificateName } from '~/vendors/certificate-name';
import type { Named } from './candidate';
import type { GateFailure } from './gate';

/** How the words are said: the reader's language and the forms of its dates, months and figures. */
export type Voice = {
  t: TFunction;
  locale: 'en' | 'zh-CN';
  date: (day: string) => string;
  month: (period: number) => string;
  number: (value: string) => string;
  /** A KPI's name, where the words know it only by its code. */
  kpi: (code: string) => string;
};

/** Why a vendor is no candidate, a sentence for each fact: the answer to "why not this one?". */
export function failureWords(failure: GateFailure, { t, ...voice }: Voice): string[] {
  switch (failure.gate) {
    case 'status':
      return failure.overdue.length === 0
        ? [t('fallback:failure.status', { status: failure.status })]
        : failure.overdue.map(({ title, dueOn }) =>
            t('fallback:failure.conditionOverdue', { title, date: dueOn ? voice.date(dueOn) : '' }),
          );
    case 'offering':
      return failure.markets.length === 0
        ? [t('fallback:failure.offeringNone')]
        : [
            t('fallback:failure.offering', {
              markets: marketList(
                failure.markets.map((market) => nameIn(market, voice.locale)),
                { t, ...voice },
              ),
            }),
          ];
    case 'independence':
      return [t(`fallback:failure.${failure.relation}`, { group: failure.groupName })];
    case 'certificates':
      return failure.missing.map(({ kind: kept, expiredOn, issuedOn }) => {
        const kind = certificateName(kept, t);
        if (expiredOn !== null)
          return t('fallback:failure.certificateExpired', { kind, date: voice.date(expiredOn) });
        if (issuedOn !== null)
          return t('fallback:failure.certificateLater', { kind, date: voice.date(issuedOn) });
        return t('fallback:failure.certificateMissing', { kind });
      });
    case 'capacity':
      return [
        t('fallback:failure.capacity', {
          free: voice.number(failure.free),
          needed: voice.number(failure.needed),
        }),
      ];
    case 'critical_breach':
      return kpisOf(failure).map(({ kpi, periods }) =>
        t('fallback:failure.critical_breach', {
          kpi: voice.kpi(kpi),
          months: monthList(periods, { t, ...voice }),
        }),
      );
  }
}

/** A record's name in the reader's language; its code where it has none. */
export function nameIn(
  { code, nameEn, nameZh }: Omit<Named, 'id'>,
  locale: Voice['locale'],
): string {
  return nameOrCode({ nameEn, nameZh, code }, locale);
}

const MOST_LISTED = 6;

/** Markets by name, the first few of many. */
function marketList(names: readonly string[], { t, locale }: Pick<Voice, 't' | 'locale'>): string {
  const shown = formatListed(names.slice(0, MOST_LISTED), locale);
  const count = names.length - MOST_LISTED;
  return count > 0 ? t('fallback:failure.moreMarkets', { markets: shown, count }) : shown;
}

/** Months in order, the latest few of many and how many there were before. */
function monthList(
  periods: readonly number[],
  { t, locale, month }: Pick<Voice, 't' | 'locale' | 'month'>,
): string {
  const inOrder = [...periods].sort((a, b) => a - b);
  const shown = formatListed(inOrder.slice(-MOST_LISTED).map(month), locale);
  const count = inOrder.length - MOST_LISTED;
  return count > 0 ? t('fallback:failure.moreMonths', { months: shown, count }) : shown;
}

function kpisOf({ breaches }: Extract<GateFailure, { gate: 'critical_breach' }>) {
  const byKpi = new Map<string, number[]>();
  for (const { kpiCode, period } of breaches)
    byKpi.set(kpiCode, [...(byKpi.get(kpiCode) ?? []), period]);
  return [...byKpi].map(([kpi, periods]) => ({ kpi, periods }));
}
