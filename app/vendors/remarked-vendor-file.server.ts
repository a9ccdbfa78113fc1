import { readKept } from '~/documents/upload-folder.server';
import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import type { RowFault } from '~/shared/register-file';
import { remarkRegisterFile } from '~/shared/remark-register-file';

/** A refused vendor file and what is wrong with it: all that writing it back takes, without the store. */
export type VendorRemarkTask = {
  sha256: string;
  faults: readonly RowFault[];
  language: Language;
};

export type WriteVendorRemarks = (task: VendorRemarkTask) => Promise<Uint8Array>;

/** A refused vendor file with a column that says of each row what is wrong, in the reader's language. */
export async function remarkedVendorFile(
  uploads: string,
  { sha256, faults, language }: VendorRemarkTask,
): Promise<Uint8Array> {
  const t = translate(language);
  const text = new TextDecoder().decode(await readKept(uploads, sha256));
  const words = ({ column, reason }: RowFault) => {
    const said = t(`errors:${reason.code}` as 'errors:invalid', {
      ...reason.params,
      defaultValue: reason.code,
    });
    return column === null ? said : `${column}: ${said}`;
  };
  return new TextEncoder().encode(
    remarkRegisterFile(text, faults, t('diligence:file.error'), words),
  );
}
