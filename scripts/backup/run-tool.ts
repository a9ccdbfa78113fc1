import { spawn } from 'node:child_process';

/** A tool of the system that is not there or that failed, with what it said. */
export class ToolFailure extends Error {
  override name = 'ToolFailure';
}

/** Runs a tool of the system to its end. */
export function runTool(
  tool: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      env: { ...process.env, LC_ALL: 'C', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => void (said += part));
    child.on('error', () => reject(new ToolFailure(`"${tool}" is not installed on this machine.`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new ToolFailure(`${tool} failed: ${said.trim().slice(0, 2000)}`));
    });
  });
}

/** A database's address as PostgreSQL's own tools read it; a password among arguments would show in the process list. */
export function postgresEnvironment(address: string): Record<string, string> {
  const url = new URL(address);
  const given = {
    PGHOST: decodeURIComponent(url.hostname),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
