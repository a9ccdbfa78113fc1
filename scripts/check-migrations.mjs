// Both engines' migrations say what the schema says: generating them once more, on a copy, adds nothing.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { program, root, run } from './house/run.mjs';

const copy = 'node_modules/.cache/migrations';
let inStep = true;

for (const engine of ['sqlite', 'postgres']) {
  const written = join(root, 'db', 'migrations', engine);
  const tried = join(root, copy, engine);
  rmSync(tried, { recursive: true, force: true });
  mkdirSync(tried, { recursive: true });
  cpSync(written, tried, { recursive: true });
  const { code, output } = await run(program('drizzle-kit'), ['generate'], {
    output: 'collect',
    env: { ENGINE: engine, MIGRATIONS: `./${copy}`, DATABASE_URL: undefined, CI: '1' },
  });
  const before = new Set(readdirSync(written));
  const added = readdirSync(tried).filter((file) => !before.has(file));
  if (code !== 0 || added.length > 0 || !/nothing to migrate/.test(output)) {
    inStep = false;
    console.error(
      `${engine}: the schema has moved on; \`npm run migrations\` and commit what it writes.`,
    );
    console.error(added.length > 0 ? `It would add ${added.join(', ')}.` : output);
  } else
    console.log(
      `${engine}: in step, ${[...before].filter((file) => file.endsWith('.sql')).length} migrations`,
    );
}
process.exitCode = inStep ? 0 : 1;
