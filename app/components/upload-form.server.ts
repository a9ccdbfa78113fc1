import {
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { cleanFileName } from '~/shared/file-name';
import { formValues, type FormValues } from '~/shared/form-values';
import { done, refused, type Outcome } from '~/shared/outcome';

export type UploadedFile = { name: string; mediaType: string; bytes: Uint8Array };
/** The files with the names of their fields. */
export type UploadForm = { values: FormValues; files: (UploadedFile & { field: string })[] };

const MOST_FILES = 20;
/** A file somewhat above the limit is read to its end, so that the browser hears why it is refused. */
const READ_ON_FACTOR = 2;

/** A form with files, taken in part by part as it arrives; files above the limit (bytes) and empty ones are refused. */
export async function readUploadForm(
  request: Request,
  limit: number,
  field: string,
): Promise<Outcome<UploadForm>> {
  const files: UploadForm['files'] = [];
  const max = { max: `${Math.floor(limit / 1_000_000)} MB` };
  try {
    const data = await parseFormData(
      request,
      {
        maxFileSize: limit * READ_ON_FACTOR,
        maxTotalSize: limit * READ_ON_FACTOR * MOST_FILES,
        maxFiles: MOST_FILES,
      },
      async (file) => {
        if (file.name === '' && file.size === 0) return;
        const bytes = new Uint8Array(await file.arrayBuffer());
        const name = cleanFileName(file.name);
        files.push({ field: file.fieldName, name, mediaType: file.type, bytes });
      },
    );
    if (files.some(({ bytes }) => bytes.length > limit))
      return refused('file_too_large', max, field);
    if (files.some(({ bytes }) => bytes.length === 0)) return refused('file_empty', {}, field);
    return done({ values: formValues(data), files });
  } catch (error) {
    if (error instanceof MaxFilesExceededError)
      return refused('too_many_files', { max: MOST_FILES }, field);
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      return refused('file_too_large', max, field);
    throw error;
  }
}
