import { useFetcher, useLocation } from '@remix-run/react';
import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { HitGroup } from '~/search/hit';
import { IconSearch } from '../icons';
import { HitList } from './HitList';
import { SearchBox } from './SearchBox';
import classes from './Palette.module.css';

/** Milliseconds of rest after a key before the store is asked. */
const REST = 120;

/**
 * Finds any record or page by a few letters: Ctrl+K or ⌘K opens it, arrows choose, Enter goes there. Without script the
 * button is a link to the page of hits.
 */
export function Palette() {
  const { t } = useTranslation();
  const { load, data } = useFetcher<{ text: string; groups: HitGroup[] }>();
  const dialog = useRef<HTMLDialogElement>(null);
  const timer = useRef<number>();

  const ask = (text: string) => {
    window.clearTimeout(timer.current);
    const question = new URLSearchParams({ q: text }).toString();
    timer.current = window.setTimeout(() => void load(`/search?${question}`), REST);
  };
  const open = () => {
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.select();
    if (!data) void load('/search');
  };
  useKeys(dialog, open);
  useClosed(dialog);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  return (
    <>
      <a
        href="/search"
        data-reload
        className={classes.open}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open();
        }}
      >
        <IconSearch size={16} aria-hidden />
        <span>{t('kit:search.open')}</span>
        <kbd aria-hidden>{t('kit:search.key')}</kbd>
      </a>
      <dialog
        ref={dialog}
        className={classes.palette}
        aria-label={t('kit:search.title')}
        closedby="any"
      >
        <SearchBox onChange={ask} />
        {data && data.groups.length > 0 && <HitList groups={data.groups} />}
        <p className={classes.none} role="status">
          {data?.groups.length === 0 && t('kit:search.none', { text: data.text })}
        </p>
      </dialog>
    </>
  );
}

/** The palette has done its work when another page is there. */
function useClosed(dialog: RefObject<HTMLDialogElement>): void {
  const { key } = useLocation();
  useEffect(() => dialog.current?.close(), [key, dialog]);
}

function useKeys(dialog: RefObject<HTMLDialogElement>, open: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (isShortcut) open();
      const isDone = isShortcut || (dialog.current?.open === true && walk(dialog.current, event));
      if (isDone) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

/** Arrows move through the hits and back to the box; Enter in the box goes to the first hit. True where the key was one of these. */
function walk(palette: HTMLDialogElement, { key, target }: KeyboardEvent): boolean {
  const input = palette.querySelector('input');
  const hits = [...palette.querySelectorAll<HTMLAnchorElement>('a[data-hit]')];
  const at = hits.findIndex((hit) => hit === document.activeElement);
  if (key === 'ArrowDown') (hits[at + 1] ?? hits[0])?.focus();
  else if (key === 'ArrowUp') (at <= 0 ? input : hits[at - 1])?.focus();
  else if (key === 'Enter' && target === input && hits[0]) hits[0].click();
  else return false;
  return true;
}
