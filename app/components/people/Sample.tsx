import { useRef } from 'react';
import { useReachableScroll } from '../use-reachable-scroll';
import classes from './Sample.module.css';

/** Lines to be typed into a shell; long ones scroll. */
export function Sample({ label, children }: { label: string; children: string }) {
  const box = useRef<HTMLPreElement>(null);
  useReachableScroll(box);
  return (
    <pre ref={box} className={classes.sample} aria-label={label} lang="en">
      <code>{children}</code>
    </pre>
  );
}

/** A secret that is shown once; one click takes all of it. */
export function Secret({ children }: { children: string }) {
  return <code className={classes.secret}>{children}</code>;
}

/** Statements one under the other. */
export function Rules({ children }: { children: readonly string[] }) {
  return (
    <ul className={classes.rules}>
      {children.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}
