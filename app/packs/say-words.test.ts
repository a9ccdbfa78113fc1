import { describe, expect, it } from 'vitest';
import { createI18n } from '~/locales/create-i18n';
import { words as english } from '~/locales/en';
import { words as chinese } from '~/locales/zh-CN';
import { packValueText, packWordsText, type PackSpeech } from './say-words';
import { agendaItems, sectionIds, type PackFigure } from './section';
import {
  agendaTitle,
  exceptionTitle,
  packCellText,
  packFigureText,
  packSpanText,
  sectionTitle,
} from './show-value';

const sentences = {
  en: {
    fell: '{{kpi}} fell to {{value}} in {{month}}',
    late_one: '{{count}} action is late',
    late_other: '{{count}} actions are late',
  },
  zh: { fell: '{{month}}{{kpi}}降至{{value}}', late_other: '{{count}}项行动逾期' },
};
const inEnglish: PackSpeech = {
  t: createI18n('en', { ...english, packs: sentences.en }).t,
  locale: 'en',
};
const inChinese: PackSpeech = {
  t: createI18n('zh-CN', { ...chinese, packs: sentences.zh }).t,
  locale: 'zh-CN',
};

const fell = {
  key: 'fell',
  params: {
    kpi: { kind: 'name', en: 'On-time arrival', zh: '准点到达率' },
    value: { kind: 'measure', value: '61.2345', unit: '%' },
    month: { kind: 'period', period: 2022 * 12 + 11 },
  },
} as const;

describe('the words of a pack', () => {
  it('say the same figure in both languages, each in its own writing', () => {
    expect(packWordsText(fell, inEnglish)).toBe('On-time arrival fell to 61.23% in Dec\u00a02022');
    expect(packWordsText(fell, inChinese)).toBe('2022年12月准点到达率降至61.23%');
  });

  it('choose the plural by the count', () => {
    const late = (count: number) =>
      ({ key: 'late', params: { count: { kind: 'count', count } } }) as const;
    expect(packWordsText(late(1), inEnglish)).toBe('1 action is late');
    expect(packWordsText(late(3), inEnglish)).toBe('3 actions are late');
    expect(packWordsText(late(1), inChinese)).toBe('1项行动逾期');
  });

  it('never call what is missing zero', () => {
    for (const value of [
      { kind: 'measure', value: null, unit: '%' },
      { kind: 'money', minor: null, currency: 'USD' },
      { kind: 'rating', rating: null },
    ] as const) {
      expect(packValueText(value, inEnglish)).toBe('No data');
      expect(packValueText(value, inChinese)).toBe('无数据');
    }
    expect(packValueText({ kind: 'measure', value: '0', unit: '%' }, inEnglish)).toBe('0%');
  });

  it('rate in words', () => {
    expect(packValueText({ kind: 'rating', rating: 'approaching' }, inEnglish)).toBe(
      'Approaching target',
    );
  });

  it('write units by their sign, and money in its own currency', () => {
    expect(packValueText({ kind: 'measure', value: '8', unit: 'percent' }, inChinese)).toBe('8%');
    const half = { kind: 'measure', value: '84.5', unit: '%' } as const;
    expect(packCellText(half, inEnglish)).toBe('84.5%');
    expect(packCellText(half, inEnglish, 'end')).toBe('84.50%');
    expect(packCellText({ ...half, unit: 'min' }, inEnglish, 'end')).toBe('84.5\u00a0min');
    expect(packValueText({ kind: 'money', minor: 200000, currency: 'USD' }, inEnglish)).toBe(
      'USD\u00a02,000.00',
    );
  });
});

const figure = (id: string, value: string | null): PackFigure => ({
  id,
  label: { key: 'fell', params: fell.params },
  value: { kind: 'measure', value, unit: '%' },
  from: 24273,
  to: 24275,
  source: { path: '/kpis', words: { key: 'fell' } },
});

describe('the headings of a pack', () => {
  it('are there for every section, point and exception, each in its own words', () => {
    for (const speech of [inEnglish, inChinese]) {
      const titles = [
        ...sectionIds.map((id) => sectionTitle(id, speech)),
        ...agendaItems.map((item) => agendaTitle(item, speech)),
        ...(['changed', 'failed', 'late'] as const).map((kind) => exceptionTitle({ kind }, speech)),
      ];
      expect(titles.filter((title) => title === '' || title.includes('.'))).toEqual([]);
    }
  });
});

describe('the figures of a pack', () => {
  it('read alike in a cell and by themselves', () => {
    const { value } = figure('a', '5');
    expect(packCellText(figure('a', '5'), inEnglish)).toBe(packValueText(value, inEnglish));
    expect(packCellText(value, inEnglish)).toBe('5%');
  });

  it('name a whole quarter, and other spans by their months', () => {
    expect(packSpanText(24273, 24275, inEnglish)).toBe('2022 Q4');
    expect(packSpanText(24273, 24275, inChinese)).toBe('2022年第4季度');
    expect(packSpanText(24275, 24275, inEnglish)).toBe('Dec\u00a02022');
    expect(packSpanText(24274, 24275, inEnglish)).toBe('Nov\u00a02022 – Dec\u00a02022');
  });

  it('carry their name', () => {
    const plain = {
      ...figure('a', '5'),
      label: { key: 'late', params: { count: { kind: 'count', count: 2 } } },
    } as const;
    expect(packFigureText(plain, inEnglish)).toBe('2 actions are late: 5%');
  });
});
