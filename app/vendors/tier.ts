/** How much of our attention a vendor needs, the most first. */
export const tiers = ['strategic', 'preferred', 'standard', 'transactional'] as const;
export type Tier = (typeof tiers)[number];

/** What the tier is asked from, each answered 1 to 3: 3 is much spend, critical, deep access to data, hard to replace. */
export const tierQuestions = ['spend', 'criticality', 'dataAccess', 'replaceability'] as const;
export type TierQuestion = (typeof tierQuestions)[number];

/** Checks of due diligence, in the order in which tiers add them. */
export const tierChecks = [
  'registration',
  'licences',
  'sanctions',
  'financial_health',
  'litigation',
  'data_protection',
  'information_security',
  'references',
  'site_visit',
] as const;
export type TierCheck = (typeof tierChecks)[number];

/** What follows from a tier: rhythm in months (null: only after an incident), checks, and whose word lets a vendor in. */
export type TierConsequences = {
  /** The least total of the four answers. */
  from: number;
  reviewEveryMonths: number | null;
  assessEveryMonths: number | null;
  checks: readonly TierCheck[];
  /** A second person always; above the second tier it is a manager. */
  approver: 'manager' | 'second_person';
};

const BASIC: readonly TierCheck[] = ['registration', 'licences', 'sanctions'];
const STANDARD: readonly TierCheck[] = [...BASIC, 'financial_health', 'litigation'];
const EXTENDED: readonly TierCheck[] = [
  ...STANDARD,
  'data_protection',
  'information_security',
  'references',
];

/** Totals 10–12, 8–9, 6–7 and 4–5, with what follows. */
export const tierTable: Readonly<Record<Tier, TierConsequences>> = {
  strategic: {
    from: 10,
    reviewEveryMonths: 3,
    assessEveryMonths: 12,
    checks: [...EXTENDED, 'site_visit'],
    approver: 'manager',
  },
  preferred: {
    from: 8,
    reviewEveryMonths: 6,
    assessEveryMonths: 12,
    checks: EXTENDED,
    approver: 'manager',
  },
  standard: {
    from: 6,
    reviewEveryMonths: 12,
    assessEveryMonths: 24,
    checks: STANDARD,
    approver: 'second_person',
  },
  transactional: {
    from: 4,
    reviewEveryMonths: null,
    assessEveryMonths: 36,
    checks: BASIC,
    approver: 'second_person',
  },
};

/** The tier of a total of four answers, 4 to 12. */
export function tierOf(answers: Readonly<Record<TierQuestion, number>>): Tier {
  const total = tierQuestions.reduce((sum, question) => sum + answers[question], 0);
  return tiers.find((tier) => total >= tierTable[tier].from) ?? 'transactional';
}
