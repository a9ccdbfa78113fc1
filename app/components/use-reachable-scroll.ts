import { useEffect, type RefObject } from 'react';

/** Lets the keyboard reach a box that scrolls and holds nothing else to stop at. */
export function useReachableScroll(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const scrolls = element.scrollWidth > element.clientWidth;
      if (scrolls && !element.querySelector('a[href], button, input')) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
}
