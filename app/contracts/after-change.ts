import { isDate } from '~/shared/calendar';

type Landing<Key> = { href: string; key: Key };

/** Where the reader goes after a change, and what is said: to the amendment that gathered it, or on as for a draft. */
export function afterChange<Key extends string>(
  contractId: number,
  amendmentId: number | null,
  { href, key }: Landing<Key>,
): [string, { key: Key | 'contracts:notice.gathered' }] {
  return amendmentId === null
    ? [href, { key }]
    : [`/contracts/${contractId}/amendments/${amendmentId}`, { key: 'contracts:notice.gathered' }];
}

/** The day from which a term's raw document shall hold; null where it names none. */
export function dayOfDocument(document: Record<string, unknown>): string | null {
  const day = document['effective_from'];
  return typeof day === 'string' && isDate(day) ? day : null;
}
