import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { program, root, run } from './run.mjs';
import { failed, passed } from './steps.mjs';

// Output is collected and shown where a step fails; colours would be noise in it.
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined };
const reports = join(root, 'node_modules/.cache/reports');

/** A step that runs a program of a package and passes when that ends well. */
export async function check(name, args, env = {}) {
  const { code, output } = await run(program(name), args, {
    output: 'collect',
    env: { ...plain, ...env },
  });
  return code === 0 ? passed(output) : failed(output);
}

/** Runs vitest on the files that its arguments choose, and counts its tests; what fails besides a test counts as one. */
export async function vitest(args, env = {}) {
  const report = freshReport('vitest');
  const all = ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await run(program('vitest'), all, {
    output: 'collect',
    env: { ...plain, ...env },
  });
  const counts = readReport(report);
  if (!counts) return failed(output);
  const broken = counts.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return counted(code, output, {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + broken.length,
    skipped: counts.numPendingTests + counts.numTodoTests,
  });
}

/** Runs the journeys and counts them. */
export async function playwright(env) {
  const report = freshReport('playwright');
  const { code, output } = await run(program('playwright'), ['test', '--reporter=list,json'], {
    output: 'collect',
    env: { ...env, FORCE_COLOR: '0', PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const stats = readReport(report)?.stats;
  if (!stats) return failed(output);
  return counted(code, output, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });
}

/** A runner that ends badly without a failed test has failed all the same. */
function counted(code, output, counts) {
  const lost = code !== 0 && counts.failed === 0 ? 1 : 0;
  const parts = [`${counts.passed} passed`];
  if (counts.failed + lost > 0) parts.push(`${counts.failed + lost} failed`);
  if (counts.skipped > 0) parts.push(`${counts.skipped} skipped`);
  return { ...counts, failed: counts.failed + lost, output, note: parts.join(', ') };
}

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
