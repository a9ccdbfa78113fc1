import { useTranslation } from 'react-i18next';
import { IconMore } from '../icons';
import { Menu } from '../Menu';
import { placeOf, type Place } from './places';
import classes from './Frame.module.css';

const fits = 5;

/** On a phone the places stand at the bottom, under the thumb; those that don't fit are one touch further. */
export function PhoneBar({ places, path }: { places: readonly Place[]; path: string }) {
  const { t } = useTranslation();
  const first = places.length > fits ? places.slice(0, fits - 1) : places;
  const rest = places.slice(first.length);
  const current = placeOf(path, places);
  return (
    <nav className={`${classes.phone} no-print`} aria-label={t('kit:mainNavigation')}>
      {first.map((place) => (
        <PhonePlace key={place.key} place={place} isCurrent={place === current} />
      ))}
      {rest.length > 0 && (
        <Menu
          up
          label={t('kit:more')}
          button={
            <span
              className={classes.phonePlace}
              data-current={rest.some((place) => place === current)}
            >
              <IconMore size={20} aria-hidden />
              {t('kit:more')}
            </span>
          }
        >
          {rest.map((place) => (
            <PhonePlace key={place.key} place={place} isCurrent={place === current} />
          ))}
        </Menu>
      )}
    </nav>
  );
}

function PhonePlace({ place, isCurrent }: { place: Place; isCurrent: boolean }) {
  const { t } = useTranslation();
  const Icon = place.icon;
  return (
    <a
      href={place.href}
      className={classes.phonePlace}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon size={20} aria-hidden />
      {t(`nav:${place.key}`)}
    </a>
  );
}
