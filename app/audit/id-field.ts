/** The registers whose records an entry names by their ids. */
export const idTables = ['vendors', 'services', 'markets', 'people', 'contracts', 'kpis'] as const;
export type IdTable = (typeof idTables)[number];

/** Names of records by `idKey`, with the page of each. */
export type NamedIds = ReadonlyMap<string, { name: string; href: string }>;

const fields: Record<string, IdTable> = {
  vendorId: 'vendors',
  'vendor.parentId': 'vendors',
  serviceId: 'services',
  marketId: 'markets',
  reachMarketId: 'markets',
  'market.parentId': 'markets',
  personId: 'people',
  ownerId: 'people',
  reviewerId: 'people',
  doneBy: 'people',
  signedOffBy: 'people',
  'scoring.assessors': 'people',
  contractId: 'contracts',
  'standard.contracts': 'contracts',
  kpiId: 'kpis',
};

/** The register that a field's ids are of, for a kind of record; null for a field that holds none. */
export function idField(entity: string, field: string): IdTable | null {
  return fields[`${entity}.${field}`] ?? fields[field] ?? null;
}

export function idKey(table: IdTable, id: string | number): string {
  return `${table}:${id}`;
}
