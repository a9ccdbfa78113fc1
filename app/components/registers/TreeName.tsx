import classes from './TreeName.module.css';

/** A name at its depth in a tree: indented, with a line to what it lies in. */
export function TreeName({ name, depth }: { name: string; depth: number }) {
  return (
    <span
      className={classes.name}
      data-within={depth > 0}
      style={{ marginInlineStart: `${depth * 1.25}rem` }}
    >
      {name}
    </span>
  );
}
