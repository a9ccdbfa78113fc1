import { useLocation, useNavigation } from '@remix-run/react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission, Role } from '~/auth/permission';
import type { SavedView } from '~/views/view';
import { Notice, type Flash } from '../Notice';
import { useAnchors } from '../use-anchors';
import { DemoBanner } from './DemoBanner';
import { LanguageMenu, PersonMenu } from './PersonMenu';
import { Palette } from './Palette';
import { placeOf, placesOf, type Place } from './places';
import { PhoneBar } from './PhoneBar';
import { RunningWork } from './RunningWork';
import { useKeptFlash } from './use-kept-flash';
import classes from './Frame.module.css';

export type FrameData = {
  person: { name: string; email: string; role: Role };
  permissions: readonly Permission[];
  /** The day on which the demo's clock stands; null outside the demo. */
  demoDate: string | null;
  /** Background work under way for this person. */
  running: number;
  /** What this person asks lists often. */
  views: readonly SavedView[];
  flash: Flash | null;
};

/** The frame around every page of somebody signed in: places at the side, the line on top, the page. */
export function Frame({ data, children }: { data: FrameData; children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const frame = useRef<HTMLDivElement>(null);
  useAnchors(frame);
  const flash = useKeptFlash(data.flash);
  const places = placesOf(data.person.role, data.permissions);
  return (
    <div ref={frame} className={classes.frame}>
      <a href="#main" className={`${classes.skip} no-print`}>
        {t('kit:skip')}
      </a>
      {state !== 'idle' && (
        <div className={classes.loading} role="progressbar" aria-label={t('kit:form.working')} />
      )}
      <Side places={places} path={pathname} />
      <div className={classes.column}>
        {data.demoDate !== null && <DemoBanner date={data.demoDate} />}
        <header className={`${classes.bar} no-print`}>
          <a href="/" className={classes.barBrand}>
            <Mark />
            {t('common:product')}
          </a>
          <Palette />
          <RunningWork running={data.running} canSeeJobs={data.permissions.includes('jobs.read')} />
          <LanguageMenu />
          <PersonMenu person={data.person} />
        </header>
        <main id="main" tabIndex={-1} className={classes.main}>
          {flash && <Notice flash={flash} />}
          {children}
        </main>
      </div>
      <PhoneBar places={places} path={pathname} />
    </div>
  );
}

function Side({ places, path }: { places: readonly Place[]; path: string }) {
  const { t } = useTranslation();
  const current = placeOf(path, places);
  return (
    <nav aria-label={t('kit:mainNavigation')} className={`${classes.side} no-print`}>
      <a href="/" className={classes.brand}>
        <Mark />
        <span className={classes.word}>{t('common:product')}</span>
      </a>
      <ul className={classes.places}>
        {places.map((place) => {
          const { key, href, icon: Icon } = place;
          return (
            <li key={key}>
              <a
                href={href}
                title={t(`nav:${key}`)}
                aria-current={place === current ? 'page' : undefined}
              >
                <Icon size={18} aria-hidden />
                <span className={classes.word}>{t(`nav:${key}`)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A mast and its stays. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden className={classes.mark}>
      <path d="M9 3v18M9 4l10 17M3.5 21h17M9 12.2h5" />
    </svg>
  );
}
