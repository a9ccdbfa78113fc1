import { useTranslation } from 'react-i18next';
import type { CaseState } from '~/sla/case';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Partial<Record<CaseState, Tone>> = {
  open: 'attention',
  acknowledged: 'accent',
  plan_submitted: 'accent',
  plan_accepted: 'accent',
  verifying: 'accent',
  disputed: 'attention',
};

/** Where a case stands; over, it is quiet. */
export function CaseBadge({ state, withdrawn }: { state: CaseState; withdrawn?: boolean }) {
  const { t } = useTranslation();
  if (withdrawn) return <StateBadge>{t('sla:list.withdrawn')}</StateBadge>;
  return <StateBadge tone={tones[state] ?? 'quiet'}>{t(`common:caseState.${state}`)}</StateBadge>;
}
