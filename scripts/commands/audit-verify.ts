import { parseArgs } from 'node:util';
import { verifyChain } from '~/audit/verify-chain.server';
import { type Command, DONE, json, REFUSED } from '../command';
import { withPortal } from '../open-portal';

export const command: Command = {
  name: 'audit verify',
  summary: 'walks the audit trail and says whether an entry was changed, removed or put in',
  usage: `audit verify [--since HASH] [--json]

Each entry carries the hash of the one before it. The last hash is printed: note it outside the
store. Later, --since HASH also tells whether the entry with that hash still stands in the trail,
which no one can forge by writing the whole trail anew.`,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: { since: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const check = await withPortal(({ store }) => verifyChain(store.read, values.since));
    if (values.json) io.out(json(check));
    else if (check.brokenAt !== null)
      io.err(`The audit trail is broken at entry ${check.brokenAt}.`);
    else if (check.notedAt === null) io.err('The noted hash is not in the audit trail.');
    else
      io.out(
        `The audit trail is whole: ${check.entries} entries, last hash ${check.lastHash || 'none'}.`,
      );
    return check.brokenAt === null && check.notedAt !== null ? DONE : REFUSED;
  },
};
