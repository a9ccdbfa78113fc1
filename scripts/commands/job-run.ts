import { parseArgs } from 'node:util';
import { runJob } from '~/jobs/run-job.server';
import { isJobName, jobNames } from '~/jobs/schedule';
import { postmanFor } from '~/notifications/smtp.server';
import { isDate } from '~/shared/calendar';
import { withRunner } from '~/shared/runner.server';
import { randomId } from '~db/columns';
import { DONE, json, Misuse, REFUSED, type Command } from '../command';
import { withPortal } from '../open-portal';

/** `job run NAME`: runs a job once, as of the end of a day; what it did is counted by kind. */
export const command: Command = {
  name: 'job run',
  summary: 'run a job once, for today or another day',
  usage: `  NAME                ${jobNames.join(', ')}\n  --as-of YYYY-MM-DD  the day from whose end the job looks back; today without it\n  --json              one JSON document`,
  run: (args, io) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'as-of': { type: 'string' }, json: { type: 'boolean' } },
    });
    const [name = '', ...more] = positionals;
    if (more.length > 0) throw new Misuse(`one job at a time, not also ${more.join(' ')}`);
    if (!isJobName(name)) throw new Misuse(`there is no job "${name}": ${jobNames.join(', ')}`);
    const day = values['as-of'];
    if (day !== undefined && !isDate(day)) throw new Misuse(`--as-of ${day} is no date YYYY-MM-DD`);
    return withPortal(async ({ store, clock, demo }) => {
      const now = clock.now();
      const asOf = day ?? now.toISOString().slice(0, 10);
      const postman = demo ? null : postmanFor(process.env['SMTP_URL'], process.env['MAIL_FROM']);
      const result = await withRunner(store, (runner) =>
        runJob({ store, runner, now, postman, log: (line) => io.err(line) }, name, {
          asOf,
          slot: `command:${randomId()}`,
          origin: 'command',
        }),
      );
      if (result.state !== 'done') {
        io.err(`${name} failed: ${result.state === 'failed' ? result.error : result.state}`);
        return REFUSED;
      }
      if (values.json) io.out(json({ job: name, asOf, counts: result.counts }));
      else io.out(`${name} as of ${asOf}: ${countsText(result.counts)}`);
      return DONE;
    });
  },
};

function countsText(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}
