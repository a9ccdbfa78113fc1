import { crc32Of } from './crc32';
import { deflateRawSync } from 'node:zlib';

/** One part of an archive to be made; `claims` says something else than what is true. */
export type ZipPart = {
  name: string;
  data: Uint8Array;
  stored?: boolean;
  claims?: { size?: number; checksum?: number };
};

/** A zip archive of these parts, honest or not. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored, claims } of parts) {
    const packed = stored ? Buffer.from(data) : deflateRawSync(data);
    const title = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(stored ? 0 : 8, 4);
    facts.writeUInt32LE(claims?.checksum ?? crc32Of(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims?.size ?? data.length, 18);
    facts.writeUInt16LE(title.length, 22);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), facts, title, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, place, title);
    offset += 30 + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, listed, end]));
}
