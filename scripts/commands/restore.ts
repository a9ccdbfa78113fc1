import { parseArgs } from 'node:util';
import { verifyChain } from '~/audit/verify-chain.server';
import { keyFile } from '~/privacy/master-key.server';
import { countLocked } from '~/privacy/subject-keys.server';
import { storePlace } from '../backup/place';
import { RestoreRefusal, restoreBackup } from '../backup/restore-backup';
import { ToolFailure } from '../backup/run-tool';
import { type Command, DONE, json, Misuse, namedFile, REFUSED } from '../command';
import { readEnvironment } from '../serve/environment';

export const command: Command = {
  name: 'restore',
  summary: 'puts a backup in the place of an empty store',
  usage: `restore FILE [--force] [--json]

Stop the portal first. Every file of the backup is checked against its hash before anything is
touched; then the audit trail is verified. The master key is not in a backup: where the one that
the store was written with is missing, its sealed personal data can't be read, and you are told.

  --force  replaces a store that holds something; SQLite's file is kept as FILE.before-restore`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    try {
      const { uploads } = readEnvironment(process.env);
      const target = { place: storePlace(), uploads, force: values.force };
      const { manifest, store } = await restoreBackup(namedFile(path), target);
      const audit = await verifyChain(store.read);
      const locked = await countLocked(store.read);
      await store.close();
      const restored = {
        madeAt: manifest.madeAt,
        uploads: manifest.files.length - 1,
        audit,
        locked,
      };
      if (values.json) io.out(json(restored));
      else
        io.out(
          `Restored the backup of ${restored.madeAt} with ${restored.uploads} uploaded files; the audit trail of ${audit.entries} entries is ${audit.brokenAt === null ? 'whole' : `broken at entry ${audit.brokenAt}`}.`,
        );
      if (locked > 0)
        io.err(
          `Sealed under a master key that is not here: personal data of people or records, ${locked} in all. Set MASTER_KEY, or put the key file at ${keyFile()}.`,
        );
      return DONE;
    } catch (error) {
      if (!(error instanceof RestoreRefusal || error instanceof ToolFailure)) throw error;
      io.err(error.message);
      return REFUSED;
    }
  },
};
