import { useTranslation } from 'react-i18next';
import type { Wait } from '~/onboarding/pipeline';

/** What a newcomer waits for, in words. */
export function useWaitWords(): (wait: Wait) => string {
  const { t } = useTranslation();
  return (wait) => t(`diligence:board.waits.${wait.for}`, { count: wait.count });
}
