import { useTranslation } from 'react-i18next';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';

type Props = {
  person: { active: boolean; hasPassword: boolean; erasedAt: string | null };
  locked: string | null;
};

/** Whether a person may sign in. */
export function PersonState({ person, locked }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (person.erasedAt !== null) return <StateBadge>{t('people:state.erased')}</StateBadge>;
  if (!person.active) return <StateBadge>{t('people:state.inactive')}</StateBadge>;
  if (locked !== null)
    return (
      <StateBadge tone="attention">
        {t('people:state.locked', { time: format.instant(locked) })}
      </StateBadge>
    );
  if (!person.hasPassword) return <StateBadge>{t('people:state.invited')}</StateBadge>;
  return <StateBadge tone="accent">{t('people:state.active')}</StateBadge>;
}
