import { useTranslation } from 'react-i18next';
import type { Role } from '~/auth/permission';
import { languageNames, type Language } from '~/locales/languages';
import { Facts } from '../Section';
import { InstantText } from '../texts';
import { useReach } from './use-reach';

type Props = {
  person: {
    email: string;
    role: Role;
    vendorName: string | null;
    reachEn: string | null;
    reachZh: string | null;
    locale: Language;
    timeZone: string;
    createdAt: string;
  };
};

/** A person, to be read. */
export function PersonFacts({ person }: Props) {
  const { t } = useTranslation();
  const reachOf = useReach();
  return (
    <Facts
      items={[
        { label: t('people:field.email'), value: person.email },
        { label: t('people:field.role'), value: t(`common:role.${person.role}`) },
        {
          label: t(person.role === 'vendor' ? 'people:field.vendor' : 'people:field.reach'),
          value: reachOf(person),
        },
        { label: t('people:field.locale'), value: languageNames[person.locale] },
        { label: t('people:field.timeZone'), value: person.timeZone },
        { label: t('people:field.since'), value: <InstantText instant={person.createdAt} /> },
      ]}
    />
  );
}
