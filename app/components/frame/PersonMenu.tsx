import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Role } from '~/auth/permission';
import { languageNames, languages } from '~/locales/languages';
import { IconChevronDown, IconLanguage, IconSignOut } from '../icons';
import { Menu } from '../Menu';
import { prefer, usePreferences } from '../use-preferences';
import classes from './Frame.module.css';

/** The language of the portal; posted, so that it is kept with the person and the page comes back whole. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <Menu label={t('kit:preferences.language')} button={<IconLanguage size={18} aria-hidden />}>
      <form method="post" action="/language" className={classes.choices}>
        <input type="hidden" name="to" value={pathname + search} />
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-current={i18n.language === language ? 'true' : undefined}
          >
            {languageNames[language]}
          </button>
        ))}
      </form>
    </Menu>
  );
}

type Props = { person: { name: string; email: string; role: Role } };

/** Who is signed in, how the portal looks to them, and the way out. */
export function PersonMenu({ person }: Props) {
  const { t } = useTranslation();
  const { scheme } = usePreferences();
  return (
    <Menu
      label={t('kit:preferences.account', { name: person.name })}
      button={
        <>
          <span className={classes.initials} aria-hidden>
            {initials(person.name)}
          </span>
          <span className={classes.personName}>{person.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </>
      }
    >
      <div className={classes.person}>
        <strong>{person.name}</strong>
        <span>{t(`common:role.${person.role}`)}</span>
        <span>{person.email}</span>
      </div>
      <fieldset className={classes.schemes}>
        <legend>{t('kit:preferences.scheme')}</legend>
        <div>
          {(['light', 'dark', 'auto'] as const).map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="scheme"
                checked={scheme === choice}
                onChange={() => prefer({ scheme: choice })}
              />
              <span>{t(`kit:preferences.${choice}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className={classes.choices}>
        <a href="/account">{t('people:account.title')}</a>
      </div>
      <form method="post" action="/sign-out" className={classes.choices}>
        <button type="submit">
          <IconSignOut size={16} aria-hidden />
          {t('kit:preferences.signOut')}
        </button>
      </form>
    </Menu>
  );
}

/** Two letters of a Latin name, the last two characters of a Chinese one. */
function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(-2);
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.charAt(0).toUpperCase() ?? '')
    .join('');
}
