import { useTranslation } from 'react-i18next';
import { actorOf, type KeptActor } from '~/audit/entry';

/** Who acted, in the reader's language. */
export function ActorName({ entry }: { entry: KeptActor }) {
  const { t } = useTranslation();
  const who = actorOf(entry);
  switch (who.kind) {
    case 'person':
      return (
        <>
          {t('audit:actor.person', {
            name: who.name,
            role: t(`common:role.${who.role}` as 'common:role.manager', { defaultValue: who.role }),
          })}
        </>
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
    case 'visitor':
      return <>{t(`audit:actor.${who.kind}`)}</>;
  }
}
