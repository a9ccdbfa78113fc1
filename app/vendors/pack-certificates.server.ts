import type { Pack } from '~/packs/pack';
import { named } from '~/packs/pack-value';
import {
  isFigure,
  type PackCell,
  type PackException,
  type PackSection,
  type PackValue,
} from '~/packs/section';
import { certificateNames } from './certificate-name.server';

/** A certificate as a pack names it: in both languages. */
export function packCertificate(kind: string): PackValue {
  const { en: nameEn, 'zh-CN': nameZh } = certificateNames(kind);
  return named({ nameEn, nameZh });
}

/**
 * A frozen pack as it is read: where certificates stand in it as texts, as they did before packs named them in both
 * languages, each is named as packs name it today. What is kept and hashed stays as it was.
 */
export function withCertificateNames(pack: Pack): Pack {
  return {
    ...pack,
    exceptions: pack.exceptions.map(inException),
    sections: pack.sections.map(inSection),
  };
}

function inSection(section: PackSection): PackSection {
  if (section.id !== 'certificates') return section;
  return {
    ...section,
    exceptions: section.exceptions.map(inException),
    blocks: section.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: block.rows.map(inRow) } : block,
    ),
  };
}

/** The first cell of a row is the certificate; its number is a text of its own. */
function inRow<Row extends { cells: readonly PackCell[] }>(row: Row): Row {
  const [first, ...others] = row.cells;
  if (first === undefined || isFigure(first)) return row;
  return { ...row, cells: [inBoth(first), ...others] };
}

function inException(exception: PackException): PackException {
  const { key, params } = exception.words;
  const certificate = params?.['certificate'];
  if (!certificate) return exception;
  return {
    ...exception,
    words: { key, params: { ...params, certificate: inBoth(certificate) } },
  };
}

const inBoth = (value: PackValue) => (value.kind === 'text' ? packCertificate(value.text) : value);
