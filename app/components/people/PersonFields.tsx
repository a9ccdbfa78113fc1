import { useTranslation } from 'react-i18next';
import { roles, type Role } from '~/auth/permission';
import { languageNames, languages } from '~/locales/languages';
import { nameFor } from '~/shared/named';
import { RadioField } from '../form/choices';
import { SelectField, TextField } from '../form/fields';
import { TimeZoneField } from './TimeZoneField';

export type PersonChoices = {
  vendors: readonly { code: string; name: string }[];
  markets: readonly { code: string; nameEn: string; nameZh: string }[];
};

type Props = {
  choices: PersonChoices;
  zones: readonly string[];
  person?: {
    email: string;
    name: string;
    role: Role;
    vendor: string | null;
    reach: string | null;
    locale: string;
    timeZone: string;
  };
  /** The time zone of somebody new. */
  timeZone?: string;
  /** Nobody changes the own role. */
  isSelf?: boolean;
};

/** What is said of a person: who, which role, how far. */
export function PersonFields({ choices, zones, person, timeZone = 'UTC', isSelf = false }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = (market: PersonChoices['markets'][number]) => nameFor(market, i18n.language);
  return (
    <>
      <TextField name="name" label={t('people:field.name')} initial={person?.name ?? null} />
      <TextField
        name="email"
        type="email"
        label={t('people:field.email')}
        initial={person?.email ?? null}
        spellCheck={false}
      />
      {isSelf && person ? (
        <OwnRole role={person.role} />
      ) : (
        <RoleField initial={person?.role ?? null} />
      )}
      <SelectField
        name="vendor"
        label={t('people:field.vendor')}
        help={t('people:field.vendorHelp')}
        initial={person?.vendor ?? null}
        choices={choices.vendors.map(({ code, name }) => ({
          value: code,
          label: `${name} (${code})`,
        }))}
        optional
      />
      <SelectField
        name="reach"
        label={t('people:field.reach')}
        help={t('people:field.reachHelp')}
        initial={person?.reach ?? null}
        choices={choices.markets.map((market) => ({
          value: market.code,
          label: `${nameOf(market)} (${market.code})`,
        }))}
        optional
      />
      <SelectField
        name="locale"
        label={t('people:field.locale')}
        initial={person?.locale ?? i18n.language}
        width="medium"
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <TimeZoneField zones={zones} initial={person?.timeZone ?? timeZone} />
    </>
  );
}

function OwnRole({ role }: { role: Role }) {
  const { t } = useTranslation();
  return (
    <>
      <input type="hidden" name="role" value={role} />
      <p>
        {t(`common:role.${role}`)}. {t('people:ownRole')}
      </p>
    </>
  );
}

function RoleField({ initial }: { initial: Role | null }) {
  const { t } = useTranslation();
  return (
    <RadioField
      name="role"
      label={t('people:field.role')}
      initial={initial}
      choices={roles.map((role) => ({
        value: role,
        label: t(`common:role.${role}`),
        help: t(`people:roleHelp.${role}`),
      }))}
    />
  );
}
