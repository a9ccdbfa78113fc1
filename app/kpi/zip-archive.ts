import { FileRefusal } from './refusal';

/** One file of a zip archive as the archive's directory lists it; sizes in bytes. */
export type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  checksum: number;
  packedSize: number;
  size: number;
  offset: number;
};

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_FIELD = 0x0001;
const WIDE = 0xffffffff;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 2000;
/** Unpacking more than this many times the packed size is refused once it passes `SMALL` bytes: no real workbook does it. */
const HIGHEST_RATIO = 250;
const SMALL = 5_000_000;
const GZIP_HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/**
 * The directory of a zip archive. Refuses damaged archives and, before anything is unpacked, archives that would unpack
 * to more than `unpackedLimit` bytes or to far more than their size.
 */
export function readZipDirectory(bytes: Uint8Array, unpackedLimit: number): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new FileRefusal('file_damaged');
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new FileRefusal('file_damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new FileRefusal('file_damaged');
    const entry = readEntry(view, bytes, at, nameLength);
    widen(entry, view, at + 46 + nameLength, extraLength);
    unpacked += entry.size;
    entries.set(entry.name, entry);
    at = next;
  }
  refuseBomb(unpacked, bytes.length, unpackedLimit);
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new FileRefusal('file_damaged');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameLength: number): ZipEntry {
  return {
    name: new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** Sizes that some writers put into the extra field (Zip64), however small they are: in this order, where wanted. */
function widen(entry: ZipEntry, view: DataView, start: number, length: number): void {
  let at = start;
  while (at + 4 <= start + length && view.getUint16(at, true) !== ZIP64_FIELD)
    at += 4 + view.getUint16(at + 2, true);
  at += 4;
  for (const field of ['size', 'packedSize', 'offset'] as const) {
    if (entry[field] !== WIDE) continue;
    if (at + 8 > start + length) throw new FileRefusal('file_damaged');
    entry[field] = Number(view.getBigUint64(at, true));
    at += 8;
  }
}

function refuseBomb(unpacked: number, packed: number, limit: number): void {
  if (unpacked > limit || (unpacked > SMALL && unpacked > packed * HIGHEST_RATIO))
    throw new FileRefusal('file_unpacks_too_large', {
      megabytes: Math.round(unpacked / 1e6),
      limit: Math.round(Math.min(limit, packed * HIGHEST_RATIO) / 1e6),
    });
}

/** The bytes of one entry, checked against the size and the checksum of the directory while they are unpacked. */
export async function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.encrypted) throw new FileRefusal('file_is_protected');
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new FileRefusal('file_damaged');
  const whole = new Uint8Array(entry.size);
  let filled = 0;
  try {
    const reader = gzipped(packed, entry).pipeThrough(new DecompressionStream('gzip')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      whole.set(value, filled);
      filled += value.length;
    }
  } catch {
    throw new FileRefusal('file_damaged');
  }
  if (filled !== entry.size) throw new FileRefusal('file_damaged');
  return whole;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER)
    throw new FileRefusal('file_damaged');
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw new FileRefusal('file_damaged');
  return bytes.subarray(start, start + entry.packedSize);
}

/** A zip entry dressed as gzip, the form that every platform unpacks: same deflate, checksum and size. */
function gzipped(packed: Uint8Array, entry: ZipEntry): ReadableStream<Uint8Array<ArrayBuffer>> {
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.checksum, true);
  trailer.setUint32(4, entry.size, true);
  const parts = [
    Uint8Array.from(GZIP_HEADER),
    Uint8Array.from(packed),
    new Uint8Array(trailer.buffer),
  ];
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}
