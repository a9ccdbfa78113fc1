import { useTranslation } from 'react-i18next';
import type { ClauseState } from '~/contracts/clause';
import type { gapKinds } from '~/contracts/clause-checklist';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<ClauseState, Tone> = {
  present: 'good',
  deviating: 'attention',
  missing: 'bad',
  not_applicable: 'quiet',
};

/** How a contract stands to a clause; a word of its own while nobody has looked. */
export function ClauseBadge({ state }: { state: ClauseState | null }) {
  const { t } = useTranslation();
  if (state === null) return <StateBadge>{t('clauses:unchecked')}</StateBadge>;
  return <StateBadge tone={tones[state]}>{t(`clauses:state.${state}`)}</StateBadge>;
}

/** What is wrong with a required clause. */
export function GapBadge({ kind }: { kind: (typeof gapKinds)[number] }) {
  const { t } = useTranslation();
  const isOpen = kind === 'unchecked' || kind === 'not_applicable';
  return <StateBadge tone={isOpen ? 'attention' : 'bad'}>{t(`clauses:gap.${kind}`)}</StateBadge>;
}
