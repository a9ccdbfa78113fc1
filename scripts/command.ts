import { resolve } from 'node:path';

/** Where a command writes: each call is a line; results go to `out`, reasons and progress to `err`. */
export type Output = { out(text: string): void; err(text: string): void };

/**
 * One verb of the command line. `scripts/commands/sla-backtest.ts` exports `command` and answers to
 * `sla backtest`. `run` returns 0 done, 1 refused (why is on `err`), 2 misuse.
 */
export type Command = {
  name: string;
  summary: string;
  /** What `--help` shows below the summary: arguments and options, a line each. */
  usage?: string;
  run(args: string[], io: Output): Promise<number>;
};

export const DONE = 0;
export const REFUSED = 1;
export const MISUSE = 2;

/** Thrown for arguments that make no sense; the frame prints the message with the usage and exits with 2. */
export class Misuse extends Error {
  override name = 'Misuse';
}

/** Whether an error says that the arguments are wrong: ours, or one of `parseArgs` of `node:util`. */
export function isMisuse(error: unknown): error is Error {
  if (error instanceof Misuse) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS_');
}

/** A file named on the command line, seen from the folder in which the person typed it (npm moves to the root). */
export function namedFile(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** One JSON document: what `--json` prints, and nothing else. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
