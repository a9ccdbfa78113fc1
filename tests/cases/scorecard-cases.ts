import { opinionsOf, workOut } from '~/onboarding/arithmetic';
import type { Criterion, Scorecard } from '~/onboarding/scorecard';

export const words = (text: string) => ({ en: text, zh: text });

export const fiveLevels = ['1', '2', '3', '4', '5'].map((points) => ({
  points,
  name: words(points),
}));

export function criterion(key: string, weight: string, more: Partial<Criterion> = {}): Criterion {
  return {
    key,
    name: words(key),
    weight,
    levels: fiveLevels,
    free: false,
    knockOut: null,
    guidance: words(''),
    evidence: words(''),
    ...more,
  };
}

export function card(
  dimensions: { weight: string; criteria: Criterion[] }[],
  more: Partial<Scorecard> = {},
): Scorecard {
  return {
    name: words('Card'),
    about: words(''),
    minimumAnswered: '50',
    differenceLimit: '25',
    dimensions: dimensions.map((dimension, index) => ({
      key: `d${index}`,
      name: words(`d${index}`),
      ...dimension,
    })),
    bands: [
      { from: '0', result: 'disqualified', entails: words('') },
      { from: '60', result: 'conditional', entails: words('') },
      { from: '80', result: 'qualified', entails: words('') },
    ],
    ...more,
  };
}

export type Drawn = {
  template: Scorecard;
  answers: { criterion: string; points: string | null }[];
};

export const worked = ({ template, answers }: Drawn) =>
  workOut(template, opinionsOf(template, answers, []));
