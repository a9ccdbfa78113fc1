import { parseArgs } from 'node:util';
import { machineClock } from '~/shared/clock';
import { makeBackup } from '../backup/make-backup';
import { keyFile } from '~/privacy/master-key.server';
import { storePlace } from '../backup/place';
import { ToolFailure } from '../backup/run-tool';
import { type Command, DONE, json, Misuse, namedFile, REFUSED } from '../command';
import { withPortal } from '../open-portal';

export const command: Command = {
  name: 'backup',
  summary: 'packs the store and all uploaded files into one file',
  usage: `backup FILE [--json]

Works while the portal runs. FILE is a tar archive (gzip) with a manifest that has the SHA-256 of
each file in it; an older FILE is replaced once the new one is whole. The master key that personal
data in the audit trail is sealed under is not in it. A PostgreSQL store needs pg_dump of the
server's version or a newer one.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    try {
      const { engine, madeAt, files } = await withPortal(({ store, uploads }) =>
        makeBackup(
          { store, place: storePlace(), uploads, now: machineClock.now() },
          namedFile(path),
        ),
      );
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      const uploaded = files.length - 1;
      if (values.json) io.out(json({ file: path, engine, madeAt, uploads: uploaded, bytes }));
      else
        io.out(
          `${path}: the store and ${uploaded} uploaded files, ${bytes} bytes unpacked. The master key is not in it: keep ${process.env['MASTER_KEY'] ? 'MASTER_KEY' : keyFile()} in another place.`,
        );
      return DONE;
    } catch (error) {
      if (!(error instanceof ToolFailure)) throw error;
      io.err(error.message);
      return REFUSED;
    }
  },
};
