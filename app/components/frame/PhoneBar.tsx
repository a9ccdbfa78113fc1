import { useTranslation } from 'react-i18next';
import { IconMore } from '../icons';
import { Menu } from '../Menu';
import { isWithin, type Place } from './places';
import classes from './Frame.module.css';

const fits = 5;

/** On a phone the places stand at the bottom, under the thumb; those that don't fit are one touch further. */
export function PhoneBar({ places, path }: { places: readonly Place[]; path: string }) {
  const { t } = useTranslation();
  const first = places.length > fits ? places.slice(0, fits - 1) : places;
  const rest = places.slice(first.length);
  return (
    <nav className={`${classes.phone} no-print`} aria-label={t('kit:mainNavigation')}>
      {first.map((place) => (
        <PhonePlace key={place.key} place={place} path={path} />
      ))}
      {rest.length > 0 && (
        <Menu
          up
          label={t('kit:more')}
          button={
            <span
              className={classes.phonePlace}
              data-current={rest.some((place) => isWithin(path, place))}
            >
              <IconMore size={20} aria-hidden />
              {t('kit:more')}
            </span>
          }
        >
          {rest.map((place) => (
            <PhonePlace key={place.key} place={place} path={path} />
          ))}
        </Menu>
      )}
    </nav>
  );
}

function PhonePlace({ place, path }: { place: Place; path: string }) {
  const { t } = useTranslation();
  const Icon = place.icon;
  return (
    <a
      href={place.href}
      className={classes.phonePlace}
      aria-current={isWithin(path, place) ? 'page' : undefined}
    >
      <Icon size={20} aria-hidden />
      {t(`nav:${place.key}`)}
    </a>
  );
}
