/** The answer that there is no such thing, or not for this reader: to be thrown. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** The answer that this reader may not, although they may know of it: to be thrown. */
export function forbidden(): Response {
  return new Response(null, { status: 403 });
}

/** The key in a URL; what can't be one is not found, like a record that is not there. */
export function recordId(text: string | undefined): number {
  const id = Number(text);
  if (!text || !/^\d+$/.test(text) || !Number.isSafeInteger(id)) throw notFound();
  return id;
}

/** A record, or the answer that it is not there: the same whether it never was or is out of reach. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw notFound();
  return record;
}

/** The key in a URL of a form that also makes new records: `new` is none yet. */
export function newOrId(text: string | undefined): number | null {
  return text === 'new' ? null : recordId(text);
}
