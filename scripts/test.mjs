// `npm test`: every check there is, from a fresh clone. `npm test -- lint types` runs the steps that are named.
import { build } from './house/build.mjs';
import { findBrowser, provideBrowser } from './house/browser.mjs';
import { buildDriver, fetchPackages, isInstalled, requireNode } from './house/install.mjs';
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

const done = (isDone) => passed('', isDone ? '' : 'already done');

let packages;
const first = [
  { name: 'install', run: async () => done(await (packages = fetchPackages('collect'))) },
  { name: 'browser', run: async () => passed('', await provideBrowser(packages)) },
];

const still = [
  {
    name: 'lint',
    run: () => check('eslint', ['.', '--cache', '--cache-location', `${cache}/eslint/`]),
  },
  {
    name: 'database driver',
    isNeeded: true,
    run: async () => done(await buildDriver('collect')),
  },
  { name: 'types', run: () => check('tsc', ['--noEmit', '-p', '.']) },
  { name: 'build', run: async () => done(await build('collect')) },
  { name: 'format', run: () => check('prettier', ['--check', '.', '--log-level', 'warn']) },
  { name: 'boundaries', run: () => check('depcruise', folders) },
  { name: 'dead code', run: () => check('knip', []) },
  { name: 'locales', run: () => check('tsx', ['scripts/check-locales.ts']) },
  { name: 'migrations in step', run: migrationsInStep },
];

const STORES = '**/*.db.test.ts';
const RULES = 'app/**/!(*.db).test.{ts,tsx}';
const notOf = (...files) => files.flatMap((file) => ['--exclude', file]);

/** Test files share what they load: loading it for each took as long as the tests. */
const sharing = (args, env) => vitest(['--no-isolate', ...args], env);

const moving = [
  { name: 'tests of rules', run: () => sharing(notOf(STORES, '{db,scripts,tests}/**')) },
  {
    name: 'store tests on SQLite',
    run: () => sharing(notOf(RULES, 'tests/{routes,faults,hostile}/**')),
  },
  { name: 'store tests on PostgreSQL', run: storeTestsOnPostgres },
  { name: 'route tests', run: () => sharing(['tests/routes/']) },
  // They watch the memory of their own process, or fill and kill what they use.
  { name: 'faults and hostile files', run: () => vitest(['tests/faults/', 'tests/hostile/']) },
  { name: 'journeys', run: journeys },
];

const began = performance.now();
const wanted = process.argv.slice(2);
const chosen = (steps) =>
  wanted.length === 0
    ? steps
    : steps.filter(({ name, isNeeded }) => isNeeded || wanted.some((word) => name.includes(word)));

const results = await runSteps(first, 2);
if (isInstalled()) {
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
  return sharing(['.db.test', 'tests/faults/postgres'], { DATABASE_URL: postgres });
}

async function journeys() {
  const browser = await findBrowser();
  if (!browser) return failed('There is no browser to walk them in; CHROMIUM may name one.');
  return playwright({ CHROMIUM: browser });
}
