// `npm start`: from a fresh clone to a served portal. `npm start -- --empty` leaves the demo out.
import { spawn } from 'node:child_process';
import { build, isBuilt } from './house/build.mjs';
import { install, isInstalled, requireNode } from './house/install.mjs';
import { program, root, run, serverFlags, serverMemory } from './house/run.mjs';

requireNode();
const empty = process.argv.includes('--empty');

try {
  if (!isInstalled()) console.log('Installing what package-lock.json names (once) …');
  await install();
  if (!isBuilt()) console.log('Building …');
  await build();
  const signIns = empty ? '' : await loadDemo();
  serve(signIns);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Loads the demo where the store is empty; returns its sign-ins where the store holds the demo. */
async function loadDemo() {
  const args = ['scripts/portal.ts', 'demo', 'load', '--if-empty'];
  const { code, stdout } = await run(program('tsx'), args, { output: 'result' });
  if (code !== 0) throw new Error('The demo could not be loaded.');
  return stdout;
}

function serve(signIns) {
  const server = spawn(
    process.execPath,
    [...serverFlags, '--enable-source-maps', 'build/server.js'],
    {
      cwd: root,
      // At a terminal the address and the sign-ins matter, not each answer.
      env: { LOG_LEVEL: 'warn', ...serverMemory, ...process.env, NODE_ENV: 'production' },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  server.on('message', ({ address }) => {
    console.log(`\nMainstay is at ${address}\n`);
    console.log(
      empty ? 'Where nobody is in it yet, it asks for the first administrator.' : signIns,
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('close', (code) => process.exit(code ?? 1));
}
