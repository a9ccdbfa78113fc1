import { useTranslation } from 'react-i18next';
import type { AssessmentResult } from '~/onboarding/assessment';
import type { ScoringState } from '~/onboarding/scoring';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<AssessmentResult, Tone> = {
  qualified: 'good',
  conditional: 'attention',
  disqualified: 'bad',
};

/** What an assessment came to. */
export function ResultBadge({ result }: { result: AssessmentResult }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[result]}>{t(`vendors:assessment.results.${result}`)}</StateBadge>;
}

/** Where an assessment stands. */
export function ScoringBadge({ state }: { state: ScoringState }) {
  const { t } = useTranslation();
  return (
    <StateBadge tone={state === 'concluded' ? 'quiet' : 'accent'}>
      {t(`assessments:state.${state}`)}
    </StateBadge>
  );
}
