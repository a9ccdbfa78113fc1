import { Form, useLocation, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { questionOf, viewHref, type SavedView } from '~/views/view';
import { Button } from './form/buttons';
import type { FrameData } from './frame/Frame';
import { IconClose, IconView } from './icons';
import { Menu } from './Menu';
import filterClasses from './FilterBar.module.css';
import classes from './ViewMenu.module.css';

/** The reader's own views of this list, and a name under which to keep the one that is shown. */
export function ViewMenu() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const frame = useRouteLoaderData<FrameData>('routes/_app');
  const views = (frame?.views ?? []).filter(({ list }) => list === pathname);
  const shown = questionOf(search);
  return (
    <Menu
      label={t('kit:view.title')}
      button={
        <>
          <IconView size={16} aria-hidden />
          <span className={filterClasses.word}>{t('kit:view.title')}</span>
        </>
      }
    >
      {views.length > 0 && (
        <ul className={classes.views}>
          {views.map((view) => (
            <View key={view.id} view={view} isShown={view.search === shown} />
          ))}
        </ul>
      )}
      {/* Anew for each question, so that a name half typed does not go with another. */}
      <Form key={shown} method="post" action="/views" className={classes.save}>
        <input type="hidden" name="list" value={pathname} />
        <input type="hidden" name="search" value={shown} />
        <label>
          {t('kit:view.name')}
          <input name="name" required maxLength={60} autoComplete="off" />
        </label>
        <Button type="submit">{t('kit:view.save')}</Button>
      </Form>
    </Menu>
  );
}

function View({ view, isShown }: { view: SavedView; isShown: boolean }) {
  const { t } = useTranslation();
  const remove = t('kit:view.remove', { name: view.name });
  return (
    <li>
      <a href={viewHref(view)} aria-current={isShown ? 'true' : undefined}>
        {view.name}
      </a>
      <Form method="post" action={`/views/${view.id}/removal`}>
        <button type="submit" aria-label={remove} title={remove}>
          <IconClose size={14} aria-hidden />
        </button>
      </Form>
    </li>
  );
}
