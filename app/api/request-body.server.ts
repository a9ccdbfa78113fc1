/** The body of a request, whole; refused with `tooLarge` as soon as it is seen to have more bytes than the limit. */
export async function readBody(
  request: Request,
  limit: number,
  tooLarge: () => Response,
): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) break;
    const part = read.value as Uint8Array;
    size += part.length;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge();
    }
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The media type of a request, without its parameters. */
export function mediaType(request: Request): string {
  return (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
