import { useTranslation } from 'react-i18next';
import { actorOf, type KeptActor } from '~/audit/entry';

type Props = {
  entry: KeptActor;
  /** In the audit trail: by which door the system was used. Histories of records say `System`. */
  exact?: boolean;
};

/** Who acted, in the reader's language. */
export function ActorName({ entry, exact = false }: Props) {
  const { t } = useTranslation();
  const who = actorOf(entry);
  switch (who.kind) {
    case 'person':
      return (
        <span className="whole-words">
          {t('audit:actor.person', {
            name: who.name,
            role: t(`common:role.${who.role}` as 'common:role.manager', { defaultValue: who.role }),
          })}
        </span>
      );
    case 'job':
      return (
        <>
          {t('audit:actor.job', {
            job: t(`jobs:name.${who.job}` as 'audit:actor.job', { defaultValue: who.job }),
          })}
        </>
      );
    case 'command':
      return <>{t(exact ? 'audit:actor.command' : 'audit:actor.system')}</>;
    case 'visitor':
      return <>{t('audit:actor.visitor')}</>;
  }
}
