/**
 * A file as it is, to be saved and never shown: its type is what we say, not what a browser guesses, and a browser that
 * opens it after all runs nothing in it.
 */
export function fileAnswer(
  name: string,
  type: string,
  body: Uint8Array | ReadableStream<Uint8Array>,
): Response {
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  });
}

function disposition(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
