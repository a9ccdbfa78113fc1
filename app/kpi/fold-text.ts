const WIDE_OR_MARKED = /[^\x20-\x7e]/;
const SEPARATORS = /[\s_\-–—:.*'’"“”/\\]+/g;
const UNIT_IN_BRACKETS = /\((?:%|min|mins|minutes|pct|分钟|天|小时|次|个|h|hours|days)\)$/;

/** Text as it is compared: one case, one width, no spaces or separators. `On-time %` and `ＯＮ ＴＩＭＥ　％` are equal. */
export function foldText(text: string): string {
  const plain = WIDE_OR_MARKED.test(text) ? text.normalize('NFKC') : text;
  return plain.toLowerCase().replace(SEPARATORS, '');
}

/** The folded text without a unit in brackets at its end: `备降率(%)` becomes `备降率`. */
export function withoutUnit(folded: string): string {
  return folded.replace(UNIT_IN_BRACKETS, '');
}
