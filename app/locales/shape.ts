/**
 * What the Chinese file of a namespace must hold: every key of the English one, with words of its own.
 * Chinese knows no singular, so the keys that end in `_one` are left out and `_other` serves all counts.
 */
export type SameShape<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : SameShape<T[K]>;
};
