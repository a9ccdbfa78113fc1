import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeIn } from './fresh-portal';

const STARTED_WITHIN_MS = 300_000;

/**
 * Once before all journeys: the portal is started as a newcomer starts it, with the demo, and ended when it serves. Each
 * journey walks a portal on a copy of what that leaves.
 */
export default async function loadDemo(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-journeys-'));
  process.env['JOURNEYS_FOLDER'] = folder; // Read by the runner's workers.
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const started = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...placeIn(join(folder, 'demo')), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(started, 'exit');
  try {
    await serving(started);
    started.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(`npm start ended with ${code}`);
  } catch (error) {
    started.kill('SIGTERM');
    remove();
    throw error;
  }
  return remove;
}

/** Waits until it says where it is. */
function serving(started: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(
      () => reject(new Error(`npm start took too long: ${said}`)),
      STARTED_WITHIN_MS,
    );
    started.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (!said.includes('Mainstay is at http')) return;
      clearTimeout(late);
      resolve();
    });
    started.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
}
