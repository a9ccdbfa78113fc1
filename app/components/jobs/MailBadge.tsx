import { useTranslation } from 'react-i18next';
import { StateBadge } from '../StateBadge';

type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'kept';

const tones = {
  queued: 'accent',
  sending: 'accent',
  sent: 'good',
  failed: 'bad',
  kept: 'quiet',
} as const;

/** Whether a letter went out. */
export function MailBadge({ state }: { state: MailState }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`jobs:mail.state.${state}`)}</StateBadge>;
}
