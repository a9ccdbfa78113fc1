/** The type that a file's bytes are of (`pdf`, `docx`, `txt` …), whatever its name says; null is none that is known. */
export async function sniffFile(bytes: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type'); // Heavy, and only where a document comes.
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.ext;
  return isPlainText(bytes) ? 'txt' : null;
}

/** Text without control characters that is no page or drawing: what a browser would run is not plain. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = decoded(bytes);

  return text !== null && !/[\0-\x08\x0e-\x1f]/.test(text) && !/^\s*<[!?a-z]/i.test(text);
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return null;
}
