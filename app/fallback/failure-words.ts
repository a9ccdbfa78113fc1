import type { TFunction } from 'i18next';
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
              markets: listed(
                failure.markets.map((market) => nameIn(market, voice.locale)),
                voice,
              ),
            }),
          ];
    case 'independence':
      return [t(`fallback:failure.${failure.relation}`, { group: failure.groupName })];
    case 'certificates':
      return failure.missing.map(({ kind, expiredOn, issuedOn }) => {
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
          months: listed(periods.map(voice.month), voice),
        }),
      );
  }
}

/** A record's name in the reader's language; its code where it has none. */
export function nameIn(
  { code, nameEn, nameZh }: Omit<Named, 'id'>,
  locale: Voice['locale'],
): string {
  return (locale === 'en' ? nameEn : nameZh) || code;
}

const MOST_LISTED = 6;

/** A few of many, joined as the language joins. */
function listed(words: readonly string[], { locale }: Pick<Voice, 'locale'>): string {
  const shown = words.slice(-MOST_LISTED);
  return (shown.length < words.length ? ['…', ...shown] : shown).join(
    locale === 'en' ? ', ' : '、',
  );
}

function kpisOf({ breaches }: Extract<GateFailure, { gate: 'critical_breach' }>) {
  const byKpi = new Map<string, number[]>();
  for (const { kpiCode, period } of breaches)
    byKpi.set(kpiCode, [...(byKpi.get(kpiCode) ?? []), period]);
  return [...byKpi].map(([kpi, periods]) => ({ kpi, periods }));
}
