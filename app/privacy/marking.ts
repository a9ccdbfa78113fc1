/**
 * The fields of audit entries that are personal, by kind of record: names of people, their addresses and numbers, of ours,
 * of vendors, of whom vendors name as owners, officers, contacts and references. They are kept sealed, under a key of the
 * record that the entry speaks of. What somebody wrote in words of their own (reasons, remarks, findings) is not marked.
 */
const marked: Readonly<Record<string, readonly string[]>> = {
  person: ['name', 'email'],
  contact: ['name', 'email', 'phone'],
  certificate: ['holder', 'number'],
  vendor_change: ['holder', 'number'],
  action: ['ownerName'],
  excusal: ['agreedBy'],
  questionnaire: [
    ...['shareholders', 'beneficial_owners', 'politically_exposed_details'],
    ...['data_protection_officer', 'incident_contact'],
    ...['reference_first', 'reference_second', 'reference_third'],
  ],
};

/** The fields of entries about such a record that are personal. */
export function markedFields(entity: string): readonly string[] {
  return marked[entity] ?? [];
}

/** Whether a field of an entry about such a record is personal. */
export function isPersonal(entity: string, field: string): boolean {
  return markedFields(entity).includes(field);
}

/** Whether entries about such a record can hold anything personal. */
export function isMarked(entity: string): boolean {
  return entity in marked;
}
