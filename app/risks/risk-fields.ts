import { z } from 'zod';
import { choice, field, requiredDate, requiredText, requiredWhole } from '~/shared/fields';
import { riskCategories, riskScore } from './risk';

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
