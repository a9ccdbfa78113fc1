import { done, refused, type Outcome } from '~/shared/outcome';
import type { Grid } from './grid';
import { reportLimits } from './reading';
import { FileRefusal } from './refusal';
import { readWorkbook } from './workbook';

/** What a form that came back as a workbook may hold: several times one with every answer at its longest. */
const FORM_LIMITS = { ...reportLimits, unpackedBytes: 4_000_000, rows: 2000, columns: 100 };

/**
 * The cells of a workbook that is no report, as text, read by the same reader and as warily: what was measured is what is
 * read. Refused are files that are no workbook (`workbook_unreadable`) or hold more than any form does (`workbook_too_large`).
 */
export async function sheetTexts(bytes: Uint8Array): Promise<Outcome<Grid[]>> {
  try {
    return done(await readWorkbook(bytes, FORM_LIMITS));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const isLarge = ['file_unpacks_too_large', 'too_many_rows', 'too_many_columns'].includes(
      error.code,
    );
    return isLarge
      ? refused(
          'workbook_too_large',
          { max: `${FORM_LIMITS.unpackedBytes / 1_000_000} MB` },
          'file',
        )
      : refused('workbook_unreadable', {}, 'file');
  }
}
