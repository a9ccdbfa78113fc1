import type { FindingCode } from './finding';

/** What a file is by its first bytes, whatever its name says. Zip archives are told apart by `zipKind`. */
export type FileKind = 'text' | 'zip' | FindingCode;

const SIGNATURES: readonly [readonly number[], FileKind][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'file_is_archive'],
  [[0x25, 0x50, 0x44, 0x46], 'file_is_pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'file_is_image'],
  [[0xff, 0xd8, 0xff], 'file_is_image'],
  [[0x47, 0x49, 0x46, 0x38], 'file_is_image'],
  [[0x1f, 0x8b], 'file_is_archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'file_is_archive'],
  [[0x52, 0x61, 0x72, 0x21], 'file_is_archive'],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_PACKAGE = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
const SNIFFED = 4096;

export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, OLE))
    return contains(bytes, ENCRYPTED_PACKAGE) ? 'file_is_protected' : 'file_is_old_excel';
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known) return known[1];
  if (isUtf16(bytes)) return 'text';
  const start = bytes.subarray(0, SNIFFED);
  if (start.includes(0)) return 'file_is_binary';
  return markupKind(new TextDecoder().decode(start).trimStart().slice(0, 200).toLowerCase());
}

function markupKind(start: string): FileKind {
  if (/^(<!doctype html|<html|<head|<table|<meta)/.test(start)) return 'file_is_web_page';
  if (start.startsWith('<?xml')) return 'file_is_xml';
  if (/^(\{\s*"|\[\s*[[{])/.test(start)) return 'file_is_json';
  return 'text';
}

/** What a zip archive is by the files in it: null for a workbook that can be read. */
export function zipKind(names: readonly string[]): FindingCode | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/vbaProject\.bin$/i)) return 'file_is_macro_workbook';
  if (has(/^xl\/workbook\.bin$/i)) return 'file_is_binary_workbook';
  if (has(/^xl\/workbook\.xml$/i)) return null;
  if (has(/^word\//i)) return 'file_is_word';
  if (has(/^ppt\//i)) return 'file_is_powerpoint';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'file_is_open_document';
  return 'file_is_archive';
}

/** A name that promises a workbook over text, or text over a workbook: null when name and bytes agree. */
export function misnamed(fileName: string, kind: 'text' | 'zip'): FindingCode | null {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (kind === 'text' && /^(xls|xlsx|xlsm|xlsb|ods)$/.test(ending))
    return 'file_named_workbook_is_text';
  if (kind === 'zip' && /^(csv|tsv|txt)$/.test(ending)) return 'file_named_text_is_workbook';
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return true;
  const start = bytes.subarray(0, SNIFFED);
  const zeros = { even: 0, odd: 0 };
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros.even === 0
    ? zeros.odd > start.length / 8
    : zeros.odd === 0 && zeros.even > start.length / 8;
}
