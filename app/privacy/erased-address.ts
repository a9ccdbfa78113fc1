/** An address that no mail reaches: the ending is reserved for that. */
export function erasedAddress(number: number): string {
  return `erased-${number}@erased.invalid`;
}
