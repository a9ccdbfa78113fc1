import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pino, type Logger } from 'pino';

export type { Logger };

/** Logs as JSON lines on standard output, without what signs somebody in. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

const quiet = /^\/(assets\/|healthz$|favicon)/;

/** A path as it may be logged: the secret of a calendar's address signs somebody in and is left out. */
export function loggedPath(path: string): string {
  return path.replace(/^(\/feeds\/).*/u, '$1…');
}

/** One line for each answer: method, path without its query, status, time. Failures of ours are errors. */
export function logAnswers(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    const path = loggedPath(request.path); // Before a router for files shortens it.
    response.setHeader('X-Request-Id', requestId);
    response.on('close', () => {
      const level = response.statusCode >= 500 ? 'error' : quiet.test(path) ? 'debug' : 'info';
      log[level]({
        requestId,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        ...(!response.writableFinished && { aborted: true }),
      });
    });
    next();
  };
}
