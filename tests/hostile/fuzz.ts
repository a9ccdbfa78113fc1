// `npm run fuzz -- --files 10000 --seed 1`: real upload files made worse, each imported whole or refused in words.
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { files: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
delete process.env['DATABASE_URL'];
const { runFuzz } = await import('./run-fuzz'); // The engine is chosen when this is read.

const began = performance.now();
const say = (line: string) => void process.stdout.write(`${line}\n`);
const told = await runFuzz({ files: Number(values.files), seed: Number(values.seed) }, say);
const codes = Object.entries(told.codes).sort(([, a], [, b]) => b - a);
say(
  `${told.files} files: ${told.imported} imported, ${told.refused} refused, the rest had come before`,
);
say(`refused as ${codes.map(([code, times]) => `${code} ${times}`).join(', ')}`);
say(
  `slowest ${Math.round(told.slowestMs)} ms, memory ${told.memory.begin} MB, at most ${told.memory.most} MB`,
);
say(`${told.faults.length} faults in ${Math.round((performance.now() - began) / 1000)} s`);
for (const fault of told.faults.slice(0, 20)) say(`  ${fault}`);
process.exitCode = told.faults.length === 0 ? 0 : 1;
