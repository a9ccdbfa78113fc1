/** A change as the audit trail keeps it: `action` in the portal's words (`report.accepted`), before and after as data. */
export type Change = {
  action: string;
  entity: string;
  entityId: string | number;
  vendorId?: number | null;
  before?: unknown;
  after?: unknown;
};

/** JSON with its keys in order, so that the same entry has the same text on every engine. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });
}
