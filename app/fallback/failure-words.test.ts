import { describe, expect, it } from 'vitest';
import { createI18n } from '~/locales/create-i18n';
import { words as english } from '~/locales/en';
import { words as chinese } from '~/locales/zh-CN';
import { formatDate, formatMonth, formatNumber, type Locale } from '~/shared/format';
import { failureWords } from './failure-words';

const JAN_2023 = 2023 * 12;

function said(failure: Parameters<typeof failureWords>[0], locale: Locale) {
  return failureWords(failure, {
    t: createI18n(locale, locale === 'en' ? english : chinese).t,
    locale,
    date: (day) => formatDate(day, locale),
    month: (period) => formatMonth(period, locale).replaceAll('\u00a0', ' '),
    number: (value) => formatNumber(value),
    kpi: () => (locale === 'en' ? 'On-time arrival rate' : '准点率'),
  });
}

function critical(periods: readonly number[]) {
  return {
    gate: 'critical_breach' as const,
    breaches: periods.map((period) => ({ breachId: period, kpiId: 1, kpiCode: 'OTD_PCT', period })),
  };
}

describe('why a vendor is no candidate', () => {
  it('lists a few months in order', () => {
    expect(said(critical([JAN_2023 + 2, JAN_2023]), 'en')).toEqual([
      'On-time arrival rate missed critically: Jan 2023, Mar 2023.',
    ]);
  });

  it('lists the latest of many months and counts those before', () => {
    const eight = critical([0, 1, 2, 3, 4, 5, 6, 7].map((month) => JAN_2023 + month));
    expect(said(eight, 'en')[0]).toMatch(/: Mar 2023, .*, Aug 2023 and 2 months before\.$/);
    expect(said(eight, 'zh-CN')).toEqual([
      '准点率重大违约：2023年3月、2023年4月、2023年5月、2023年6月、2023年7月、2023年8月，此前另有 2 个月。',
    ]);
  });

  it('lists the first of many markets and counts the others', () => {
    const markets = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((code, id) => ({
      id,
      code,
      nameEn: `Market ${code}`,
      nameZh: '',
    }));
    const failure = { gate: 'offering' as const, markets };
    expect(said(failure, 'en')[0]).toMatch(/Market F and 1 more market\.$/);
    expect(said(failure, 'zh-CN')[0]).toContain('F及另外 1 个市场');
  });
});
