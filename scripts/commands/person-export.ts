import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportPerson } from '~/privacy/held-data.server';
import { type Command, DONE, json, Misuse, namedFile, REFUSED } from '../command';
import { withPortal } from '../open-portal';
import { personIdAt } from '../person-at';

export const command: Command = {
  name: 'person export',
  summary: 'writes all that is held of a person into one file',
  usage: `person export ADDRESS [FILE]

The file is JSON, for machines: what is held, in which table, since when. Without FILE it goes to
standard output. That it was given out stands in the audit trail.`,
  async run(args, io) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [address, file, ...rest] = positionals;
    if (address === undefined || rest.length > 0) throw new Misuse('name one mail address');
    const data = await withPortal(async ({ store, act }) => {
      const personId = await personIdAt(store.read, address);
      return personId === null ? null : exportPerson(store, act, personId);
    });
    if (data === null) {
      io.err(`Nobody signs in with ${address}.`);
      return REFUSED;
    }
    if (file === undefined) io.out(json(data));
    else await writeFile(namedFile(file), `${json(data)}\n`, { mode: 0o600 });
    return DONE;
  },
};
