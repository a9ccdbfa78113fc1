import { done, refused, type Outcome } from '~/shared/outcome';
import { decodeText } from './decode-text';
import { FileRefusal } from './refusal';

/** The text of a register file that was sent, in whichever encoding it came; `file` is the form's field. */
export function registerText(file: { bytes: Uint8Array } | undefined): Outcome<string> {
  if (!file) return refused('file_missing', {}, 'file');
  try {
    return done(decodeText(file.bytes).text);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return refused('encoding_unreadable', {}, 'file');
  }
}
