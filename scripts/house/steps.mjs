import { seconds } from './run.mjs';

/**
 * What a step comes to: a test runner's counts, or one for a step that is no test runner.
 * @typedef {{ passed: number, failed: number, skipped: number, output?: string, note?: string }} Result
 * @typedef {{ name: string, run: () => Promise<Result> }} Step
 */

/** @returns {Result} */
export const passed = (output = '', note = '') => ({
  passed: 1,
  failed: 0,
  skipped: 0,
  output,
  note,
});
/** @returns {Result} */
export const failed = (output = '', note = '') => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  output,
  note,
});
/** @returns {Result} */
export const skipped = (note = '') => ({ passed: 0, failed: 0, skipped: 1, note });

/**
 * Runs steps, at most `lanes` at a time, and prints each when it ends: its name, its time, and all that it said if it failed.
 * @param {Step[]} steps
 * @returns {Promise<Result[]>}
 */
export async function runSteps(steps, lanes = 1) {
  const waiting = [...steps];
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** @param {Step} step */
async function runStep(step) {
  const began = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  … ${step.name}\r`);
  const result = await step.run().catch((error) => failed(error?.stack ?? String(error)));
  const mark = result.failed > 0 ? '✗' : result.passed > 0 ? '✓' : '–';
  const note = result.note ? `  ${result.note}` : '';
  console.log(`${mark} ${step.name.padEnd(34)} ${seconds(began).padStart(8)}${note}`);
  if (result.failed > 0) console.log(indented(result.output ?? ''));
  return result;
}

const indented = (text) => text.trimEnd().replace(/^/gm, '    ');

/** @param {Result[]} results */
export function total(results) {
  const sum = (part) => results.reduce((count, result) => count + result[part], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
