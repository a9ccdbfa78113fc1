import { done, refused, type Outcome } from '~/shared/outcome';
import type { SubjectKind } from './document-kind';

/** The record that a document belongs to. */
export type Subject = { kind: SubjectKind; id: number };

/** Languages in which documents come, ISO 639-1; `other` is any further one. */
export const documentLanguages = ['en', 'zh', 'de', 'fr', 'es', 'pt', 'ja', 'ko', 'other'] as const;

/** What may be kept: the bytes must be of the type, and the name must end as the type does. */
const formats = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
  txt: { mediaType: 'text/plain; charset=utf-8', endings: ['txt', 'csv'] },
} as const;

/** Endings that a file chooser offers. */
export const acceptedEndings = Object.values(formats)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

const NAMED = 'PDF, PNG, JPEG, DOCX, XLSX, CSV, TXT';

/** The media type of a file whose bytes are of type `sniffed` and whose name says the same; else why not. */
export function documentType(fileName: string, sniffed: string | null): Outcome<string> {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = Object.entries(formats).find(([name]) => name === sniffed)?.[1];
  if (!format) return refused('document_type_unknown', { allowed: NAMED }, 'file');
  if (!format.endings.some((allowed) => allowed === ending))
    return refused(
      'document_misnamed',
      { ending: ending === '' ? fileName : `.${ending}`, found: `.${format.endings[0]}` },
      'file',
    );
  return done(ending === 'csv' ? 'text/csv; charset=utf-8' : format.mediaType);
}

const LONGEST_NAME = 120;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file's name as it may be written to any disk: no folders, no signs that hide or reorder, not too long. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*%]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, LONGEST_NAME).join('');
  const kept = `${stem === '' ? 'document' : stem}${ending}`;
  return DEVICE.test(kept) ? `_${kept}` : kept;
}
