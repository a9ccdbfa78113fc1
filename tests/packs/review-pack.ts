import type { TFunction } from 'i18next';
import { createI18n } from '~/locales/create-i18n';
import { words as english } from '~/locales/en';
import type { Language } from '~/locales/languages';
import { words as chinese } from '~/locales/zh-CN';
import { usualRatingBands } from '~/packs/rating';
import type { Pack } from '~/packs/pack';
import type { PackFigure, PackPart, PackSection, PackValue } from '~/packs/section';
import { periodOf, periodsBetween } from '~/shared/period';

/** Stands in the internal part of a pack alone. */
export const INTERNAL_WORD = 'Zweitlieferant';

const own = {
  en: {
    fell: '{{kpi}} fell to {{value}} in {{month}}',
    late: 'The plan for {{kpi}} is late since {{day}}',
    sum: '{{kpi}} missed its target in {{count}} of 3 months.',
    kpi: 'KPI',
    onTime: '{{kpi}}, {{month}}',
    target: 'Target',
    month: '{{month}}',
    credits: 'Credits issued',
    months: 'By month',
    course: 'On-time arrival over twelve months',
    source: 'Readings of {{kpi}}',
    none: 'Nothing',
    internal: 'What we keep to ourselves',
    remark: 'Remark',
  },
  'zh-CN': {
    fell: '{{month}}{{kpi}}降至{{value}}',
    late: '{{kpi}}的整改计划自{{day}}起逾期',
    sum: '本季度三个月中有 {{count}} 个月{{kpi}}未达目标。',
    kpi: '指标',
    onTime: '{{kpi}}，{{month}}',
    target: '目标值',
    month: '{{month}}',
    credits: '已确认服务抵扣',
    months: '按月',
    course: '近十二个月准点到达率',
    source: '{{kpi}}读数',
    none: '无',
    internal: '仅供内部参考',
    remark: '备注',
  },
};

/** The translator of a language that knows the words of `packOf`. */
export function packTranslator(language: Language): TFunction {
  const words = language === 'en' ? english : chinese;
  return createI18n(language, { ...words, packs: own[language] }).t;
}

const [first, quarter, last] = [periodOf(2022, 1), periodOf(2022, 10), periodOf(2022, 12)];
const longNote =
  '供应商已接受本项违约，整改计划自次月起执行：增派备降机组、调整地面周转时间，并于每周五提交进度；合同约定的抵扣在当月结算单中扣减。';

/** A frozen part of a pack of a carrier's fourth quarter of 2022, with `kpis` measures that failed in December. */
export function packOf(part: PackPart, kpis = 3): Pack {
  return {
    version: 1,
    part,
    vendor: { id: 1, code: 'WN', name: 'Southwest 西南航空', country: 'US', tier: 'strategic' },
    quarter,
    firstPeriod: first,
    lastPeriod: last,
    asOf: '2023-01-20T08:00:00.000Z',
    bands: usualRatingBands,
    ...(part === 'shared'
      ? {
          summary: [{ key: 'sum', params: { kpi: name(0), count: { kind: 'count', count: 2 } } }],
          exceptions: [
            {
              kind: 'failed',
              weight: 1,
              words: {
                key: 'fell',
                params: { kpi: name(0), value: measure('61.2345'), month: month(last) },
              },
              source: source(0),
            },
            {
              kind: 'late',
              weight: 2,
              words: {
                key: 'late',
                params: { kpi: name(1), day: { kind: 'date', date: '2023-01-05' } },
              },
              source: null,
            },
          ],
          sections: sharedSections(kpis),
        }
      : { summary: [], exceptions: [], sections: [internalSection] }),
  };
}

const name = (n: number): PackValue => ({
  kind: 'name',
  en: n === 0 ? 'On-time arrival' : `Measure ${n}`,
  zh: n === 0 ? '准点到达率' : `指标${n}`,
});
const measure = (value: string | null): PackValue => ({ kind: 'measure', value, unit: '%' });
const month = (period: number): PackValue => ({ kind: 'period', period });
const source = (n: number) => ({
  path: `/vendors/1/kpis/${n + 1}`,
  words: { key: 'source', params: { kpi: name(n) } },
});

function figureOf(n: number, period: number): PackFigure {
  return {
    id: `kpis/M${n}/${period}`,
    label: { key: 'onTime', params: { kpi: name(n), month: month(period) } },
    value: measure(period === last ? `6${n % 10}.2345` : `${80 + (n % 15)}.5`),
    from: period,
    to: period,
    source: source(n),
    ...(n === 1 && period === last && { disputed: true }),
  };
}

function sharedSections(kpis: number): PackSection[] {
  const numbers = Array.from({ length: kpis }, (_, n) => n);
  return [
    {
      ...{ id: 'kpis', part: 'shared', agenda: 'sla', exceptions: [] },
      blocks: [
        {
          kind: 'table',
          title: { key: 'months' },
          columns: [
            { words: { key: 'kpi' } },
            { words: { key: 'target' }, align: 'end' },
            ...periodsBetween(quarter, last).map((period) => ({
              words: { key: 'month', params: { month: month(period) } },
              align: 'end' as const,
            })),
            { words: { key: 'remark' } },
          ],
          rows: numbers.map((n) => ({
            cells: [
              name(n),
              measure('80'),
              ...periodsBetween(quarter, last).map((period) => figureOf(n, period)),
              { kind: 'text', text: n % 2 === 0 ? longNote : 'Acknowledged' },
            ],
            source: source(n),
          })),
          empty: { key: 'none' },
        },
        ...numbers.map((n) => ({
          kind: 'series' as const,
          title: { key: 'course' },
          unit: '%',
          direction: 'higher' as const,
          target: '80',
          warning: '82',
          points: periodsBetween(first, last).map((period) => ({
            period,
            value:
              period === first + 4 ? null : period === last ? '61.2345' : `${81 + (period % 7)}.5`,
            breached: period === last,
          })),
          source: source(n),
        })),
      ],
    },
    {
      ...{ id: 'credits', part: 'shared', agenda: 'escalations', exceptions: [] },
      blocks: [
        {
          kind: 'figures',
          title: { key: 'credits' },
          figures: [
            {
              id: 'credits/2022-12',
              label: { key: 'credits' },
              value: { kind: 'money', minor: 1_234_500, currency: 'USD' },
              ...{ from: quarter, to: last, source: source(0) },
            },
          ],
        },
        { kind: 'table', title: { key: 'credits' }, columns: [], rows: [], empty: { key: 'none' } },
      ],
    },
  ];
}

const internalSection: PackSection = {
  ...{ id: 'fallback', part: 'internal', agenda: 'risks', exceptions: [] },
  blocks: [
    {
      kind: 'table',
      title: { key: 'internal' },
      columns: [{ words: { key: 'remark' } }],
      rows: [{ cells: [{ kind: 'text', text: INTERNAL_WORD }], source: null }],
      empty: { key: 'none' },
    },
  ],
};
