/** `1,234.5` and `12,5` as plain decimals: a comma before three digits parts thousands, another one decimals. */
export function plainText(text: string): string {
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  return /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}
