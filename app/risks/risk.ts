import { z } from 'zod';
import { choice, field, requiredDate, requiredText, requiredWhole } from '~/shared/fields';

export const riskCategories = [
  'political',
  'operational',
  'financial',
  'information',
  'reputation',
] as const;

/** Bands of the matrix by score, 1 to 25. */
const LEVELS = [
  { level: 'critical', from: 20 },
  { level: 'high', from: 12 },
  { level: 'medium', from: 6 },
  { level: 'low', from: 1 },
] as const;

export type RiskLevel = (typeof LEVELS)[number]['level'];

/** Likelihood × impact of the 5 × 5 matrix: 1 to 25. */
export function riskScore(likelihood: number, impact: number): number {
  return likelihood * impact;
}

/** The band of a score: critical from 20, high from 12, medium from 6. */
export function riskLevel(score: number): RiskLevel {
  return LEVELS.find(({ from }) => score >= from)?.level ?? 'low';
}

/** The lowest score of a band. */
export function lowestScore(level: RiskLevel): number {
  return LEVELS.find((band) => band.level === level)?.from ?? 1;
}

const step = () => requiredWhole({ min: 1, max: 5 });

/** A risk before and after its treatment; treatment never makes it greater. */
export const riskFields = z
  .object({
    category: choice(riskCategories),
    title: requiredText(300),
    likelihood: step(),
    impact: step(),
    residualLikelihood: step(),
    residualImpact: step(),
    reviewedOn: requiredDate(),
    /** Whether the vendor reads of it in a review pack. */
    shared: field((text) => ({ value: text === 'on' })),
  })
  .superRefine((risk, context) => {
    const before = riskScore(risk.likelihood, risk.impact);
    if (riskScore(risk.residualLikelihood, risk.residualImpact) > before)
      context.addIssue({
        code: 'custom',
        message: 'residual_above_inherent',
        params: { score: before },
        path: ['residualLikelihood'],
      });
  });
