import { useEffect, useRef } from 'react';
import classes from './TabBar.module.css';

export type Tab = { href: string; label: string; isCurrent: boolean };

/** Lists side by side, each with its own URL; where they don't all fit, the current one is brought into sight. */
export function TabBar({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = bar.current?.querySelector('[aria-current]');
    if (!bar.current || !current) return;
    const [around, inside] = [bar.current, current].map((each) => each.getBoundingClientRect());
    if (around && inside)
      bar.current.scrollLeft += inside.left - around.left - (around.width - inside.width) / 2;
  }, []);
  return (
    <nav ref={bar} aria-label={label} className={`${classes.tabs} no-print`}>
      {tabs.map(({ href, label: name, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
