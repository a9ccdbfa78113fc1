import { parseArgs } from 'node:util';
import { everything } from '~/auth/act';
import { exportTables } from '~/exports/export-tables.server';
import { exportNames, monthlyExports, type ExportPeriods } from '~/exports/table';
import { exportFormats, writeExport } from '~/exports/write-export.server';
import { parsePeriod, type Period } from '~/shared/period';
import { type Command, DONE, Misuse } from '../command';
import { withPortal } from '../open-portal';

export const command: Command = {
  name: 'export',
  summary: 'writes a table to standard output',
  usage: `export TABLE [--format csv|json|xlsx] [--from YYYY-MM] [--to YYYY-MM]

TABLE is one of ${exportNames.join(', ')}.
--from and --to bound the months of ${monthlyExports.join(', ')}, both included.
--json is short for --format json.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        format: { type: 'string', default: 'csv' },
        json: { type: 'boolean', default: false },
        from: { type: 'string' },
        to: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [word, ...rest] = positionals;
    const name = exportNames.find((known) => known === word);
    if (!name || rest.length > 0) throw new Misuse(`name one table of ${exportNames.join(', ')}`);
    const asked = values.json ? 'json' : values.format;
    const format = exportFormats.find((known) => known === asked);
    if (!format) throw new Misuse(`--format is one of ${exportFormats.join(', ')}`);
    const periods = periodsOf(values.from, values.to);
    if (!monthlyExports.includes(name) && (periods.from ?? periods.to) !== null)
      throw new Misuse(`${name} has no months: leave --from and --to out`);
    const { columns, chunks } = exportTables[name];
    const count = await withPortal(({ store }) =>
      writeExport(
        format,
        { columns, chunks: chunks(store.read, everything, periods) },
        process.stdout,
      ),
    );
    if (count === 0) io.err(`There are no ${name}.`);
    return DONE;
  },
};

function periodsOf(from: string | undefined, to: string | undefined): ExportPeriods {
  const periods = { from: periodOf('--from', from), to: periodOf('--to', to) };
  if (periods.from !== null && periods.to !== null && periods.to < periods.from)
    throw new Misuse('--to lies before --from');
  return periods;
}

function periodOf(option: string, text: string | undefined): Period | null {
  if (text === undefined) return null;
  const period = parsePeriod(text);
  if (period === null) throw new Misuse(`${option} is a month such as 2023-07`);
  return period;
}
