import type { FileWriter } from '~/context';
import { remarkedFile } from '~/kpi/remarked-file.server';
import { writeQuestionnaire } from '~/onboarding/questionnaire-workbook.server';
import { print } from '~/print/print.server';
import { sheetFile } from '~/shared/write-sheet.server';
import { remarkedVendorFile } from '~/vendors/remarked-vendor-file.server';

/** What writes each kind of file, in the thread that calls it: the printing thread of a server, or a test. */
export function fileWriters(uploads: string): FileWriter {
  return {
    print,
    writeRemarks: (task) => remarkedFile(uploads, task),
    writeVendorRemarks: (task) => remarkedVendorFile(uploads, task),
    writeQuestionnaire,
    writeSheet: sheetFile,
  };
}
