import classes from './TreeName.module.css';

/** A name at its depth in a tree: indented, with a line to what it lies in. */
export function TreeName({ name, depth }: { name: string; depth: number }) {
  return (
    <span className={classes.name} style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
      {depth > 0 && <span aria-hidden className={classes.branch} />}
      {name}
    </span>
  );
}
