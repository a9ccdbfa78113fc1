import { useTranslation } from 'react-i18next';
import type { ActionState } from '~/actions/action';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<ActionState, Tone> = {
  overdue: 'bad',
  open: 'accent',
  done: 'good',
  cancelled: 'quiet',
};

/** How an action stands, in a word. */
export function ActionBadge({ state }: { state: ActionState }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`actions:state.${state}`)}</StateBadge>;
}
