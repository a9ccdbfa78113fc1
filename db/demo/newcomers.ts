import type { CheckResult } from '~/onboarding/due-diligence';
import type { TierCheck } from '~/vendors/tier';
import type { TierAnswers } from '~/vendors/tier-form';
import type { Insider } from './people';

/** A check of due diligence as far as it has come: begun, or with a result that a second person signed off or not. */
export type ToldCheck = {
  kind: TierCheck;
  reviewer: Insider;
  on: string;
  result?: { what: CheckResult; finding: string; signedOff?: { by: Insider; on: string } };
};

/** A firm on its way in. All about it is made up. */
export type Newcomer = {
  code: string;
  name: string;
  country: string;
  registered: { by: Insider; on: string };
  /** Whom of it we asked by mail to describe the firm. */
  invited?: { by: Insider; on: string; contact: string; email: string; locale: 'en' | 'zh-CN' };
  /** Graded, put up for screening and its checks opened, all on one day; a prospect has none of it yet. */
  screening?: { on: string; tier: TierAnswers };
  checks: readonly ToldCheck[];
};

export const newcomers: readonly Newcomer[] = [
  {
    code: 'HUATU',
    name: '华途航空',
    country: 'CN',
    registered: { by: 'petra', on: '2023-11-13' },
    screening: {
      on: '2023-11-20',
      tier: { spend: 2, criticality: 3, dataAccess: 2, replaceability: 2 },
    },
    checks: [
      passed('registration', 'chen', '2023-11-22', '营业执照与公示信息一致，股权结构清晰。'),
      passed('licences', 'chen', '2023-11-24', '公共航空运输企业经营许可证有效，范围相符。'),
      passed('sanctions', 'petra', '2023-11-27', 'Firm, owners and directors: nothing found.'),
      passed('financial_health', 'petra', '2023-12-01', 'Three years audited, equity of 31 %.'),
      passed('litigation', 'chen', '2023-12-05', '近三年无重大诉讼，两起小额货损纠纷已结案。'),
      passed('data_protection', 'petra', '2023-12-08', 'Processing agreement and register seen.'),
      {
        kind: 'information_security',
        reviewer: 'chen',
        on: '2024-01-09',
        result: {
          what: 'passed',
          finding: '等级保护三级测评报告有效，高风险项已整改。',
        },
      },
      { kind: 'references', reviewer: 'petra', on: '2024-01-10' },
    ],
  },
  {
    code: 'CORDILLERA',
    name: 'Cordillera Regional',
    country: 'CL',
    registered: { by: 'chen', on: '2023-12-11' },
    screening: {
      on: '2023-12-14',
      tier: { spend: 2, criticality: 2, dataAccess: 1, replaceability: 2 },
    },
    checks: [
      {
        kind: 'registration',
        reviewer: 'petra',
        on: '2023-12-20',
        result: { what: 'passed', finding: 'Extract of the register of 12 December seen.' },
      },
      { kind: 'licences', reviewer: 'petra', on: '2024-01-08' },
    ],
  },
  {
    code: 'BALTICWING',
    name: 'Baltic Wing',
    country: 'LV',
    registered: { by: 'petra', on: '2024-01-10' },
    invited: {
      by: 'petra',
      on: '2024-01-10',
      contact: 'Līga Sample',
      email: 'liga@balticwing.example',
      locale: 'en',
    },
    checks: [],
  },
];

function passed(kind: TierCheck, reviewer: Insider, on: string, finding: string): ToldCheck {
  const signedOff = { by: 'martin', on: '2023-12-11' } as const;
  return { kind, reviewer, on, result: { what: 'passed', finding, signedOff } };
}

/** What an assessor handed in: points for each criterion of the template in its order, and a word on some of them. */
export type ToldScores = {
  by: Insider;
  on: string;
  points: string;
  notes?: Readonly<Record<string, string>>;
};

/** An assessment as far as it has come. */
export type ToldAssessment = {
  vendor: string;
  template: 'five-dimensions' | 'full';
  cause: 'admission' | 'rhythm' | 'incident';
  opened: { by: Insider; on: string; dueOn: string };
  assessors: readonly Insider[];
  scores: readonly ToldScores[];
  settled?: { by: Insider; on: string; criterion: string; points: string; reason: string };
  /** Concluded, and shown to the vendor on the same day. */
  concluded?: { by: Insider; on: string };
};

export const toldAssessments: readonly ToldAssessment[] = [
  {
    vendor: 'AS',
    template: 'full',
    cause: 'rhythm',
    opened: { by: 'petra', on: '2023-10-02', dueOn: '2023-10-13' },
    assessors: ['chen', 'martin', 'lan'],
    scores: [
      { by: 'chen', on: '2023-10-05', points: '54544454454' },
      { by: 'martin', on: '2023-10-09', points: '55445544544' },
      { by: 'lan', on: '2023-10-12', points: '54454454455' },
    ],
    concluded: { by: 'petra', on: '2023-10-16' },
  },
  {
    vendor: 'DL',
    template: 'five-dimensions',
    cause: 'rhythm',
    opened: { by: 'petra', on: '2023-10-03', dueOn: '2023-10-20' },
    assessors: ['chen', 'martin', 'lan'],
    scores: [
      { by: 'chen', on: '2023-10-10', points: '55544555554' },
      { by: 'martin', on: '2023-10-11', points: '55434555555' },
      { by: 'lan', on: '2023-10-17', points: '55544555455' },
    ],
    concluded: { by: 'petra', on: '2023-10-23' },
  },
  {
    vendor: 'F9',
    template: 'five-dimensions',
    cause: 'incident',
    opened: { by: 'chen', on: '2023-11-06', dueOn: '2023-11-17' },
    assessors: ['petra', 'martin', 'alan'],
    scores: [
      {
        by: 'petra',
        on: '2023-11-08',
        points: '43354343323',
        notes: { response1: 'Two of three incidents were reported to us by passengers.' },
      },
      { by: 'martin', on: '2023-11-10', points: '33354333423' },
      { by: 'alan', on: '2023-11-16', points: '34354344333' },
    ],
    concluded: { by: 'chen', on: '2023-11-20' },
  },
  {
    vendor: 'HUATU',
    template: 'five-dimensions',
    cause: 'admission',
    opened: { by: 'petra', on: '2023-11-28', dueOn: '2023-12-08' },
    assessors: ['chen', 'lan', 'alan'],
    scores: [
      {
        by: 'chen',
        on: '2023-11-30',
        points: '34355434343',
        notes: { price1: '报价含燃油附加费，低于中位数约 16%。' },
      },
      {
        by: 'lan',
        on: '2023-12-04',
        points: '34334434344',
        notes: { price1: '未见成本构成，按与市场持平计。' },
      },
      { by: 'alan', on: '2023-12-07', points: '34444433343' },
    ],
    settled: {
      by: 'petra',
      on: '2023-12-12',
      criterion: 'price1',
      points: '4',
      reason: 'The costing came in on 11 December: 11 % below the median with the surcharge.',
    },
    concluded: { by: 'petra', on: '2023-12-13' },
  },
  {
    vendor: 'HUATU',
    template: 'full',
    cause: 'admission',
    opened: { by: 'petra', on: '2023-12-18', dueOn: '2024-01-10' },
    assessors: ['chen', 'lan', 'alan'],
    scores: [
      {
        by: 'chen',
        on: '2023-12-28',
        points: '44344344354',
        notes: { contingency1: '去年台风停运后 6 小时恢复，有演练记录。' },
      },
      { by: 'lan', on: '2024-01-04', points: '54343344443' },
      {
        by: 'alan',
        on: '2024-01-09',
        points: '44344443324',
        notes: {
          contingency1: 'The plan is for one hub; nobody could show a test of the systems.',
        },
      },
    ],
  },
  {
    vendor: 'CORDILLERA',
    template: 'five-dimensions',
    cause: 'admission',
    opened: { by: 'chen', on: '2023-12-21', dueOn: '2024-01-19' },
    assessors: ['petra', 'martin', 'lan'],
    scores: [
      { by: 'petra', on: '2024-01-05', points: '34344343434' },
      { by: 'martin', on: '2024-01-11', points: '44334344333' },
    ],
  },
];
