import { zipKind } from './file-kind';
import type { Grid } from './grid';
import type { ReportLimits } from './reading';
import { FileRefusal } from './refusal';
import { readStringsPart, readStylesPart, readWorkbookPart } from './workbook-parts';
import { readWorksheet } from './worksheet';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-archive';

/** Rows above the headers and empty ones, beyond those of readings. */
const SPARE_ROWS = 1000;

/**
 * The visible sheets of an XLSX workbook with what was stored, not what was shown: exact decimals, real dates, and which
 * numbers are percentages. Written for this because readers at hand drop the number format, and so read 79.97 % as 0.7997.
 * Refuses other archives, macros, protected and damaged files, and archives that unpack to far more than their size.
 */
export async function readWorkbook(bytes: Uint8Array, limits: ReportLimits): Promise<Grid[]> {
  const entries = readZipDirectory(bytes, limits.unpackedBytes);
  const other = zipKind([...entries.keys()]);
  if (other) throw new FileRefusal(other);
  const part = (path: string) => readPart(bytes, entries, path);
  const { sheets, since1904 } = readWorkbookPart(
    (await part('xl/workbook.xml')) ?? '',
    (await part('xl/_rels/workbook.xml.rels')) ?? '',
  );
  const context = {
    strings: readStringsPart((await part('xl/sharedStrings.xml')) ?? ''),
    formats: readStylesPart((await part('xl/styles.xml')) ?? ''),
    since1904,
    limits,
    left: { rows: limits.rows + SPARE_ROWS, text: limits.unpackedBytes },
  };
  const grids: Grid[] = [];
  if (new Set(sheets.map(({ path }) => path)).size < sheets.length)
    throw new FileRefusal('file_damaged'); // A part that is two sheets would be unpacked twice.
  for (const sheet of sheets) {
    const xml = await part(sheet.path);
    if (xml === null) throw new FileRefusal('file_damaged');
    grids.push(readWorksheet(sheet.name, xml, context));
  }
  return grids;
}

async function readPart(
  bytes: Uint8Array,
  entries: Map<string, ZipEntry>,
  path: string,
): Promise<string | null> {
  const entry = entries.get(path);
  return entry ? new TextDecoder().decode(await unpackEntry(bytes, entry)) : null;
}
