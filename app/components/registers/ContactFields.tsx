import { useTranslation } from 'react-i18next';
import { contactRoles, escalationLevels } from '~/vendors/contact';
import { RadioField } from '../form/choices';
import { SelectField, TextField } from '../form/fields';

type Contact = {
  name: string;
  role: (typeof contactRoles)[number];
  level: number | null;
  email: string | null;
  phone: string | null;
};

/** Who a contact is, which part they play, and how they are reached. */
export function ContactFields({ contact }: { contact: Contact | null }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="name"
        label={t('vendors:contact.name')}
        initial={contact?.name ?? null}
        autoComplete="off"
      />
      <RadioField
        name="role"
        label={t('vendors:contact.roleLabel')}
        initial={contact?.role ?? null}
        choices={contactRoles.map((value) => ({
          value,
          label: t(`vendors:contact.role.${value}`),
        }))}
      />
      <SelectField
        name="level"
        label={t('vendors:contact.level')}
        help={t('vendors:contact.levelHelp')}
        optional
        initial={contact?.level?.toString() ?? null}
        choices={escalationLevels.map((level) => ({
          value: String(level),
          label: t(`vendors:contact.levels.${level}`),
        }))}
      />
      <TextField
        name="email"
        label={t('common:column.email')}
        type="email"
        optional
        initial={contact?.email ?? null}
        autoComplete="off"
      />
      <TextField
        name="phone"
        label={t('vendors:contact.phone')}
        type="tel"
        width="medium"
        optional
        initial={contact?.phone ?? null}
        autoComplete="off"
      />
    </>
  );
}
