import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchEvaluation } from './bench/evaluation';
import { benchExports } from './bench/exports';
import { benchImport } from './bench/import';
import { isKept, tableOf, type Line } from './bench/line';
import { benchPacks } from './bench/packs';
import { benchPages } from './bench/pages';
import { benchPhone } from './bench/phone';
import { benchReviewPapers } from './bench/review-papers';
import { benchStart } from './bench/start';
import { build } from './house/build.mjs';
import { run, serverFlags, serverMemory } from './house/run.mjs';

/** What is measured, in the order in which it is; `share` of the full size, for a look at the ways that it takes. */
const benches: Record<string, (share: number) => Promise<Line[]>> = {
  import: (share) => benchImport(100_000 * share),
  evaluation: (share) => benchEvaluation({ vendors: 1000 * share, kpis: 20, months: 36 }),
  packs: (share) => benchPacks(Math.max(13, Math.round(200 * share))),
  'review-papers': (share) => benchReviewPapers(Math.max(13, Math.round(200 * share))),
  exports: (share) => benchExports(100_000 * share),
  pages: benchPages,
  phone: benchPhone,
  start: benchStart,
};

const usage = `npm run bench -- [${Object.keys(benches).join('|')}] … [--json] [--share 0.1]`;

/**
 * `npm run bench`: every bench in a process of its own, so that none has another's memory, and with what a server is
 * started with; one table at the end.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      share: { type: 'string', default: '1' },
      alone: { type: 'boolean' },
    },
  });
  const share = Number(values.share);
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const isKnown = names.every((name) => name in benches);
  if (!isKnown || !(share > 0 && share <= 1)) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  if (values.alone) {
    const lines = await benches[names[0] ?? '']?.(share);
    process.stdout.write(JSON.stringify(lines ?? []));
    return 0;
  }
  await build('collect');
  const lines: Line[] = [];
  const load = loadavg()[0] ?? 0;
  for (const name of names) lines.push(...(await inOwnProcess(name, share)));
  if (values.json) process.stdout.write(`${JSON.stringify({ load, share, lines })}\n`);
  else process.stdout.write(`${tableOf(lines)}\n${machine(load)}\n`);
  return lines.every(isKept) ? 0 : 1;
}

async function inOwnProcess(name: string, share: number): Promise<Line[]> {
  const bench = ['scripts/bench.ts', name, '--alone', '--share', String(share)];
  const { code, stdout } = await run(
    process.execPath,
    [...serverFlags, '--import', 'tsx', ...bench],
    { env: serverMemory, output: 'result' },
  );
  if (code !== 0) throw new Error(`the bench ${name} ended with ${code}`);
  return JSON.parse(stdout) as Line[];
}

function machine(before: number): string {
  const after = loadavg()[0] ?? 0;
  return `Node ${process.version}, ${cpus().length} cores, load ${before.toFixed(1)} before and ${after.toFixed(1)} after`;
}

process.exitCode = await main();
