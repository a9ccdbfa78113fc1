import { useLocation } from '@remix-run/react';
import { useEffect, type RefObject } from 'react';

const kept = new Map<string, { left: number; top: number }>();

/** Puts a scrolling box back where it stood when the reader returns to the page by the browser's Back. */
export function useKeptScroll(box: RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const place = kept.get(key);
    if (place) element.scrollTo({ ...place, behavior: 'instant' });
    const keep = () => kept.set(key, { left: element.scrollLeft, top: element.scrollTop });
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [box, key]);
}
