import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { readUploadForm, type UploadedFile } from '~/components/upload-form.server';
import { documentLimit } from '~/documents/keep-document.server';
import type { FormValues } from '~/shared/form-values';
import type { Outcome } from '~/shared/outcome';
import type { Reader } from '~db/store.server';
import { refusedForm } from './refused-form.server';

type Upload = {
  reader: Reader;
  keep: (file: UploadedFile | undefined, values: FormValues) => Promise<Outcome<unknown>>;
  /** The record that the document belongs to. */
  back: string;
  notice?: string;
};

/** Takes in a document from its form and leads back to its record; refused, the form keeps what was typed. */
export async function takeUpload(
  args: ActionFunctionArgs,
  { reader, keep, back, notice = 'documents:notice.kept' }: Upload,
) {
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const outcome = await keep(files[0], values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(back, { key: notice });
}
