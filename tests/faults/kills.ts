// `npm run kills -- --count 500 --seed 1 [--postgres URL]`: kills the built server at random and compares what is left.
import { parseArgs } from 'node:util';
import { build } from '../../scripts/house/build.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    postgres: { type: 'string' },
  },
});

if (values.postgres) process.env['DATABASE_URL'] = values.postgres;
else delete process.env['DATABASE_URL'];
await build();
const { momentsOf, runKills } = await import('./run-kills'); // The engine is chosen when this is read.

const began = performance.now();
const say = (line: string) => void process.stdout.write(`${line}\n`);
const told = await runKills({ count: Number(values.count), seed: Number(values.seed) }, say);
say(`${told.kills} kills in ${told.rounds} rounds (${momentsOf(told)})`);
say(
  `${told.letters} letters, none lost unless said below, ${told.repeated} sent twice under the same Message-ID`,
);
say(`${told.faults.length} faults in ${Math.round((performance.now() - began) / 1000)} s`);
for (const fault of told.faults) say(`  ${fault}`);
process.exitCode = told.faults.length === 0 ? 0 : 1;
