import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const STARTED_WITHIN_MS = 180_000;

export type PortalProcess = { pid: number; address: string; kill: () => Promise<void> };

/** Starts the built server on a port that the system chooses; null where it died before it served. */
export async function startPortal(env: Record<string, string>): Promise<PortalProcess | null> {
  return whenServing(beginPortal(env));
}

/** A server that is starting: its address follows when it serves. */
export function beginPortal(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(process.cwd(), 'build', 'server.js')], {
    env: {
      ...withoutPortalSettings(),
      LOG_LEVEL: 'fatal',
      PORT: '0',
      HOST: '127.0.0.1',
      LEASE_SECONDS: '1',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

export async function whenServing(child: ChildProcess): Promise<PortalProcess | null> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const address = await Promise.race([
    once(child, 'message').then(([message]) => (message as { address: string }).address),
    once(child, 'exit').then(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), STARTED_WITHIN_MS).unref()),
  ]);
  if (address === null && child.signalCode === null) {
    child.kill('SIGKILL');
    throw new Error(`the server did not start: ${said}`);
  }
  if (address === null || child.pid === undefined) return null;
  return { pid: child.pid, address, kill: () => killed(child) };
}

/** Kills without a word and waits until it is dead. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A command of the portal, such as `kpi import`, to be waited for or killed. */
export function beginCommand(args: string[], env: Record<string, string>): ChildProcess {
  const tsx = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return spawn(process.execPath, [tsx, 'scripts/portal.ts', ...args], {
    env: { ...withoutPortalSettings(), LEASE_SECONDS: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const SETTINGS =
  /^(PORT|HOST|DATABASE_|ENGINE|UPLOADS_|SMTP_|MAIL_|LOG_LEVEL|LEASE_|BODY_|TRUST_|PROCESSES)/;

function withoutPortalSettings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  return { NODE_ENV: 'production', ...Object.fromEntries(kept) };
}
