import { parseArgs } from 'node:util';
import { loadSanctions } from '~/onboarding/load-sanctions.server';
import { type Command, Misuse } from '../command';
import { withPortal } from '../open-portal';
import { readRegisterText, report } from '../register-import';

export const command: Command = {
  name: 'sanctions load',
  summary: 'takes a sanctions list into use; vendors are screened against it',
  usage: `sanctions load FILE.csv --source NAME [--date YYYY-MM-DD] [--note TEXT] [--json]

FILE.csv has the columns reference,name and may have aliases,kind,country,program; aliases and
countries (two letters) are apart by ";", kind is entity, person or vessel. The list replaces the one
of the same source; the job "screen" then screens every vendor anew.

  --date  the day of the list as its publisher dates it; today where it is left out`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        source: { type: 'string' },
        date: { type: 'string' },
        note: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    if (values.source === undefined) throw new Misuse('name the source of the list with --source');
    const about = {
      source: values.source,
      ...(values.date !== undefined && { listedOn: values.date }),
      ...(values.note !== undefined && { note: values.note }),
    };
    const text = await readRegisterText(path);
    const answer = text.ok
      ? await withPortal(({ store, act }) => loadSanctions(store, act, text.value, about))
      : text;
    return report(answer, values.json, io, ({ source, listedOn, entries, unchanged }) =>
      unchanged
        ? `${source}: the list of ${listedOn} is in use already.`
        : `${source}: ${entries} entries of ${listedOn} in use.`,
    );
  },
};
