/**
 * Text that a spreadsheet would run as a formula, made harmless by a leading apostrophe (OWASP, CSV injection): a start
 * with = + - @, tab or carriage return, also in full width. Plain negative numbers stay numbers.
 */
export function neutral(value: string | number): string | number {
  if (typeof value === 'number' || /^[-+]?\d+(\.\d+)?$/.test(value)) return value;
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
}
