import { FileRefusal } from './refusal';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const LINE_FEED = 0x0a;
/** Of the characters that a GB18030 reading would show, this share must look like written Chinese. */
const PLAUSIBLE_CHINESE = 0.8;

/**
 * The text of a file in UTF-8 or UTF-16 (with or without byte order mark) or GB18030. Refuses, with the line, bytes that
 * are broken, mixed from several encodings, or of another encoding.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const decoded = decode(bytes);
  if (decoded.text.includes('\0')) throw new FileRefusal('file_is_binary'); // No text holds NUL, and no store keeps it.
  return decoded;
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const marked = markedEncoding(bytes);
  if (marked) return { text: decodeMarked(bytes, marked), encoding: marked };
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return { text: decodeMarked(bytes, unmarked), encoding: unmarked };
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  return { text: decodeChinese(bytes), encoding: 'gb18030' };
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows in commas, digits and line breaks: every second byte of theirs is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4000) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > length / 8 && even === 0) return 'utf-16le';
  if (even > length / 8 && odd === 0) return 'utf-16be';
  return null;
}

function decodeMarked(bytes: Uint8Array, encoding: Encoding): string {
  const text = tryDecode(bytes, encoding);
  if (text !== null) return text;
  if (encoding !== 'utf-8') throw new FileRefusal('encoding_broken', { encoding: 'UTF-16' });
  const { foreign } = sortLines(bytes);
  throw new FileRefusal('encoding_broken', { encoding: 'UTF-8' }, foreign);
}

function decodeChinese(bytes: Uint8Array): string {
  const { utf8, foreign } = sortLines(bytes);
  if (utf8 > 0) throw new FileRefusal('encoding_mixed', {}, foreign);
  const text = plausiblePairs(bytes) ? tryDecode(bytes, 'gb18030') : null;
  if (text === null) throw new FileRefusal('encoding_unknown', {}, foreign);
  return text;
}

/** How many lines are UTF-8 beyond doubt, and the first line that is not UTF-8 at all. */
function sortLines(bytes: Uint8Array): { utf8: number; foreign: number | null } {
  let utf8 = 0;
  let foreign: number | null = null;
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (part.some((byte) => byte > 0x7f)) {
      if (tryDecode(part, 'utf-8') === null) foreign ??= line;
      else if (part.some((byte) => byte >= 0xe0)) utf8 += 1;
    }
    start = end + 1;
  }
  return { utf8, foreign };
}

/** Chinese text has its second bytes beyond ASCII, Western text in a single-byte encoding has letters after its accents. */
function plausiblePairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  let chinese = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x81) continue;
    pairs += 1;
    at += 1;
    const second = bytes[at] ?? 0;
    if (second >= 0xa1 || (second >= 0x30 && second <= 0x39 && (bytes[at + 1] ?? 0) >= 0x81))
      chinese += 1;
  }
  return chinese / pairs >= PLAUSIBLE_CHINESE;
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
