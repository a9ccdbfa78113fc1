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
