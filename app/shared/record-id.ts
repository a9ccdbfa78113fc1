/** The key in a URL; what can't be one is not found, like a record that is not there. */
export function recordId(text: string | undefined): number {
  const id = Number(text);
  if (!text || !/^\d+$/.test(text) || !Number.isSafeInteger(id))
    throw new Response(null, { status: 404 });
  return id;
}

/** A record, or the answer that it is not there: the same whether it never was or is out of reach. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new Response(null, { status: 404 });
  return record;
}

/** The key in a URL of a form that also makes new records: `new` is none yet. */
export function newOrId(text: string | undefined): number | null {
  return text === 'new' ? null : recordId(text);
}
