import { parseArgs } from 'node:util';
import { loadRates, type RateCounts } from '~/rates/load-rates.server';
import { readRateFiles } from '~/rates/rate-file';
import { type Command, Misuse } from '../command';
import { withPortal } from '../open-portal';
import { readRegisterText, report, type RegisterAnswer } from '../register-import';

/** `rates load AVERAGES.csv MONTH-END.csv`: exchange rates against the euro, by month and currency. */
export const command: Command = {
  name: 'rates load',
  summary: 'load exchange rates: monthly averages and month-end fixings against the euro',
  usage:
    '  AVERAGES.csv    period,base,quote,average_rate,days\n  MONTH-END.csv   period,date,base,quote,rate\n  --source NAME   who publishes them; ECB without it\n  --json          one JSON document',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { source: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [averages, fixings, ...more] = positionals;
    if (averages === undefined || fixings === undefined || more.length > 0)
      throw new Misuse('name two files: the averages and the month-end fixings');
    const answer = await load(averages, fixings, values.source ?? 'ECB');
    return report(
      answer,
      values.json,
      io,
      ({ added, changed, unchanged }) =>
        `Rates: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
    );
  },
};

async function load(
  averages: string,
  fixings: string,
  source: string,
): Promise<RegisterAnswer<RateCounts>> {
  const means = await readRegisterText(averages);
  if (!means.ok) return means;
  const ends = await readRegisterText(fixings);
  if (!ends.ok) return ends;
  const { rates, faults } = readRateFiles(means.value, ends.value);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: await withPortal(({ store, act }) => loadRates(store, act, { rates, source })),
  };
}
