import { useEffect, useRef, type ReactNode } from 'react';
import classes from './Menu.module.css';

type Props = {
  /** What the button shows. */
  button: ReactNode;
  /** Its name where it shows an icon alone. */
  label?: string;
  children: ReactNode;
  /** The edge of the button that the panel keeps to. */
  align?: 'start' | 'end';
  /** `quiet` has no border. */
  look?: 'quiet' | 'outlined';
  /** Opens above its button: for the bar at the bottom of a phone. */
  up?: boolean;
};

/** A button that opens a small panel; works without script, closes on Escape, with a link in it and on a click elsewhere. */
export function Menu({ button, label, children, align = 'end', look = 'quiet', up }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        element.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && element.contains(event.target)) return;
      element.open = false;
    };
    const leave = ({ target }: Event) => {
      if (menu.current && target instanceof Element && target.closest('a'))
        menu.current.open = false;
    };
    const own = menu.current;
    own?.addEventListener('click', leave);
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      own?.removeEventListener('click', leave);
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={menu} className={classes.menu} data-look={look} data-menu>
      <summary aria-label={label} title={label}>
        {button}
      </summary>
      <div className={classes.panel} data-align={align} data-up={up}>
        {children}
      </div>
    </details>
  );
}
