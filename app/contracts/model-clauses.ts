import library from './model-clauses.json';
import type { clauseGroups, DataKind } from './clause';

/** The clauses that come with the product, in words of our own; a lawyer of the house makes them its own. */
export const modelClauses: readonly ModelClause[] = library.map((clause) => ({
  ...clause,
  group: clause.group as ModelClause['group'],
}));

export type ModelClause = {
  code: string;
  group: (typeof clauseGroups)[number];
  nameEn: string;
  nameZh: string;
  protectsEn: string;
  protectsZh: string;
  lookForEn: string;
  lookForZh: string;
  textEn: string;
  textZh: string;
};

type ModelRequirement = {
  codes: readonly string[];
  fromData: Exclude<DataKind, 'none'> | null;
  reasonEn: string;
  reasonZh: string;
  source: string | null;
};

/** What every contract needs from the start, everywhere; the house adds its own by service, market and data. */
export const modelRequirements: readonly ModelRequirement[] = [
  {
    codes: ['scope', 'sla', 'kpi', 'pricing', 'payment', 'change_control'],
    fromData: null,
    reasonEn: 'Without it nobody can tell what is owed, measured or paid.',
    reasonZh: '缺少此条，履行、计量和付款均无依据。',
    source: null,
  },
  {
    codes: ['audit', 'liability', 'force_majeure', 'confidentiality', 'subcontracting'],
    fromData: null,
    reasonEn: 'House rule for every outside firm.',
    reasonZh: '适用于所有外部供应商的内部规定。',
    source: null,
  },
  {
    codes: [
      'termination_breach',
      'termination_notice',
      'transition',
      'governing_law',
      'arbitration',
    ],
    fromData: null,
    reasonEn: 'A vendor can be replaced only if the way out is agreed beforehand.',
    reasonZh: '只有事先约定退出方式，才能更换供应商。',
    source: null,
  },
  {
    codes: ['data_ownership', 'security', 'handover'],
    fromData: 'business',
    reasonEn: 'The vendor handles data of ours.',
    reasonZh: '供应商处理我方数据。',
    source: 'ISO/IEC 27001:2022, A.5.20',
  },
  {
    codes: ['data_processing'],
    fromData: 'personal',
    reasonEn: 'Whoever processes personal data for another needs a contract on it.',
    reasonZh: '受托处理个人信息须就此订立合同。',
    source: 'GDPR Art. 28(3); PIPL Art. 21',
  },
];
