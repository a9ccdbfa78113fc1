import { useNavigate } from '@remix-run/react';
import { useEffect, type RefObject } from 'react';

const controls = 'a, button, input, label, select, textarea, summary, [popover]';

/**
 * Lets every plain `<a href>` inside an element, and every row that carries `data-href`, open without loading the whole
 * page anew: fifty `<Link>`s would cost a third of a list page. Left to the browser: other sites, downloads, new
 * tabs, `data-reload`. `data-keep` keeps the page's place.
 */
export function useAnchors(container: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const element = container.current;
    const open = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element))
        return;
      const anchor = event.target.closest('a');
      const row = anchor ? null : rowOf(event.target);
      const href = anchor?.getAttribute('href') ?? row?.dataset['href'];
      if (href === undefined || href === null || (anchor && isLeftToBrowser(anchor, href))) return;
      const url = new URL(href, window.location.href);
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
        if (row) window.open(url);
        return;
      }
      event.preventDefault();
      navigate(url.pathname + url.search + url.hash, {
        preventScrollReset: anchor?.dataset['keep'] !== undefined,
      });
    };
    element?.addEventListener('click', open);
    return () => element?.removeEventListener('click', open);
  }, [container, navigate]);
}

/** The row to open: not where a control was meant, nor while text is being selected. */
function rowOf(target: Element): HTMLElement | null {
  if (target.closest(controls) || window.getSelection()?.type === 'Range') return null;
  return target.closest<HTMLElement>('[data-href]');
}

function isLeftToBrowser(anchor: HTMLAnchorElement, href: string): boolean {
  return (
    href.startsWith('#') ||
    anchor.origin !== window.location.origin ||
    anchor.hasAttribute('download') ||
    anchor.hasAttribute('data-reload') ||
    (anchor.target !== '' && anchor.target !== '_self')
  );
}
