import type { Act } from '~/auth/act';
import type { PortalContext } from '~/context';
import type { Outcome } from '~/shared/outcome';
import { receiveVendorFile } from '~/vendors/take-vendor-file.server';
import { queueWork } from './queue-work.server';

type Portal = Pick<PortalContext, 'store' | 'uploads' | 'wakeWorker'>;

/** Takes in a file of vendors and has it imported in the background: the id of the import, whose page says how far it is. */
export async function importInBackground(
  { store, uploads, wakeWorker }: Portal,
  act: Act,
  file: Parameters<typeof receiveVendorFile>[2],
): Promise<Outcome<number>> {
  const received = await receiveVendorFile({ store, uploads }, act, file, (tx, importId) =>
    queueWork(tx, act, 'import-vendors', { importId }),
  );
  wakeWorker();
  return received;
}
