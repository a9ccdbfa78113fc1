import { parseArgs } from 'node:util';
import { translate } from '~/locales/i18n.server';
import { erasePerson } from '~/privacy/erase-person.server';
import { type Command, DONE, json, Misuse, REFUSED } from '../command';
import { withPortal } from '../open-portal';
import { personIdAt } from '../person-at';

export const command: Command = {
  name: 'person erase',
  summary: 'erases who a person was, for good',
  usage: `person erase ADDRESS --for-good [--json]

Refused while the person may sign in or still owes work to somebody. What the person did stays
under a number; approvals and signatures of contracts keep the name. Backups hold it until they
are deleted.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        'for-good': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [address, ...rest] = positionals;
    if (address === undefined || rest.length > 0) throw new Misuse('name one mail address');
    if (!values['for-good']) throw new Misuse('say --for-good: erasing can’t be undone');
    const outcome = await withPortal(async ({ store, act }) => {
      const personId = await personIdAt(store.read, address);
      return personId === null ? null : erasePerson(store, act, { personId });
    });
    if (outcome === null) {
      io.err(`Nobody signs in with ${address}.`);
      return REFUSED;
    }
    if (!outcome.ok) {
      const { code, params } = outcome.reason;
      io.err(String(translate('en')(`errors:${code}` as 'errors:invalid', { ...params })));
      return REFUSED;
    }
    const { number } = outcome.value;
    io.out(values.json ? json({ number }) : `Erased: person ${number} from now on.`);
    return DONE;
  },
};
