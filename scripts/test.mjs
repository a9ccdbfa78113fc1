// `npm test`: every check there is, from a fresh clone. `npm test -- lint types` runs the steps that are named.
import { build } from './house/build.mjs';
import { findBrowser, provideBrowser } from './house/browser.mjs';
import { install, requireNode } from './house/install.mjs';
import { run, seconds } from './house/run.mjs';
import { check, playwright, vitest } from './house/runners.mjs';
import { failed, passed, runSteps, skipped, total } from './house/steps.mjs';

requireNode();

// What a developer has set for a server of theirs is no part of a test.
const own = [
  'DATABASE_URL',
  'DATABASE_FILE',
  'UPLOADS_FOLDER',
  'SMTP_URL',
  'PORT',
  'HOST',
  'ENGINE',
];
for (const name of own) delete process.env[name];
const postgres = process.env['TEST_DATABASE_URL'];
delete process.env['TEST_DATABASE_URL'];

const folders = ['app', 'db', 'scripts', 'tests'];
const cache = 'node_modules/.cache';

const first = [
  {
    name: 'install',
    run: async () => passed('', (await install('collect')) ? '' : 'already done'),
  },
];

const still = [
  {
    name: 'lint',
    run: () => check('eslint', ['.', '--cache', '--cache-location', `${cache}/eslint/`]),
  },
  { name: 'types', run: () => check('tsc', ['--noEmit', '-p', '.']) },
  { name: 'build', run: async () => passed('', (await build('collect')) ? '' : 'already done') },
  { name: 'browser', run: async () => passed('', await provideBrowser()) },
  { name: 'format', run: () => check('prettier', ['--check', '.', '--log-level', 'warn']) },
  { name: 'boundaries', run: () => check('depcruise', folders) },
  { name: 'dead code', run: () => check('knip', []) },
  { name: 'locales', run: () => check('tsx', ['scripts/check-locales.ts']) },
  { name: 'migrations in step', run: migrationsInStep },
];

const STORES = '**/*.db.test.ts';
const RULES = 'app/**/!(*.db).test.{ts,tsx}';
const notOf = (...files) => files.flatMap((file) => ['--exclude', file]);

const moving = [
  // Rules keep nothing between tests: their modules are loaded once.
  {
    name: 'tests of rules',
    run: () => vitest(['--no-isolate', ...notOf(STORES, '{db,scripts,tests}/**')]),
  },
  { name: 'store tests on SQLite', run: () => vitest(notOf(RULES, 'tests/{routes,faults}/**')) },
  { name: 'store tests on PostgreSQL', run: storeTestsOnPostgres },
  { name: 'route tests', run: () => vitest(['tests/routes/']) },
  { name: 'faults', run: () => vitest(['tests/faults/']) },
  { name: 'journeys', run: journeys },
];

const began = performance.now();
const wanted = process.argv.slice(2);
const chosen = (steps) =>
  wanted.length === 0
    ? steps
    : steps.filter(({ name }) => wanted.some((word) => name.includes(word)));

const results = await runSteps(first);
if (total(results).failed === 0) {
  results.push(...(await runSteps(chosen(still), 2)));
  results.push(...(await runSteps(chosen(moving))));
}
const { passed: good, failed: bad, skipped: left } = total(results);
console.log(`\nin ${seconds(began)}`);
console.log(`${good} passed, ${bad} failed, ${left} skipped`);
process.exit(bad > 0 ? 1 : 0);

async function migrationsInStep() {
  const args = ['scripts/check-migrations.mjs'];
  const { code, output } = await run(process.execPath, args, { output: 'collect' });
  return code === 0 ? passed() : failed(output);
}

async function storeTestsOnPostgres() {
  if (!postgres) return skipped('TEST_DATABASE_URL is not set');
  return vitest(['.db.test'], { DATABASE_URL: postgres });
}

async function journeys() {
  const browser = await findBrowser();
  if (!browser) return failed('There is no browser to walk them in; CHROMIUM may name one.');
  return playwright({ CHROMIUM: browser });
}
