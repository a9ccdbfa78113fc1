/** The key of a record from a URL; what can't be one is not found. */
export function recordId(text: string | undefined): number {
  const id = Number(text);
  if (!/^\d{1,16}$/.test(text ?? '') || !Number.isSafeInteger(id))
    throw new Response(null, { status: 404 });
  return id;
}
