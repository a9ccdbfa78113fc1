import { parsePeriod } from '~/shared/period';
import type { CaseFacts } from '~/sla/case';
import type { CaseEvaluation } from '~/sla/case-verification';

export const month = (text: string) => parsePeriod(text) ?? 0;
export const FRIDAY = '2024-01-12';

/** A case opened on a Friday about December; its plan came on that day, its verification began in January. */
export const facts: CaseFacts = {
  state: 'open',
  lastBreachOn: FRIDAY,
  lastPeriod: month('2023-12'),
  dueOn: '2024-01-26',
  planSubmittedOn: FRIDAY,
  correctedBy: null,
  verifyingSince: '2024-01-15',
  deciderId: null,
};
export const passed: CaseEvaluation[] = ['2024-01', '2024-02', '2024-03'].map((text) => ({
  period: month(text),
  outcome: 'met',
}));
