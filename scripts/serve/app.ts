import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  createRequestHandler,
  type GetLoadContextFunction,
  type RequestHandler,
} from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { sql } from 'drizzle-orm';
import { findSignedIn, sessionToken } from '~/auth/session.server';
import { isForPrograms } from '~/api/address';
import { bearerToken } from '~/auth/access-token';
import { findBearer } from '~/auth/access-token-queries.server';
import type { PortalContext } from '~/context';
import { PROBLEM_TYPE, problemOf } from '~/shared/problem';
import type { Store } from '~db/store.server';
import { pagesAt, placeKey, placeOf, placesOf } from './places';
import { logAnswers, loggedPath, type Logger } from './log';
import { bodyLimits, limitBody, refuseMalformed, refuseWhile } from './limits';
import { answeringFailures } from './failures';
import { nonceOf, refuseForeignOrigins, security } from './security';

export type Pages = {
  /** Remix's server build, or how to get the newest one. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves what the browser loads beside the pages. */
  statics: express.RequestHandler[];
  /** Addresses beside our own that a page may connect to. */
  connect?: string[];
};

export type AppOptions = {
  pages: Pages;
  store: Store;
  log: Logger;
  trustProxy: number | string | false;
  /** The heaviest upload in bytes. */
  bodyLimit: number;
  /** True once the server is on its way down. */
  isStopping: () => boolean;
  context: Omit<PortalContext, 'nonce' | 'address' | 'left' | 'store' | 'noteFailure'>;
};

/** The HTTP side of the portal: headers, limits, files, and Remix behind them. */
export function createApp(options: AppOptions): Express {
  const { pages, store, log, context } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.get(
    '/healthz',
    (_request, response) => void answerHealth(response, store, options.isStopping),
  );
  app.use(logAnswers(log));
  app.use(refuseMalformed);
  app.use(security(pages.connect ? { connect: pages.connect } : {}));
  app.use(
    compression({
      filter: (request, response) =>
        !isEventStream(response) && compression.filter(request, response),
    }),
  );
  app.use(pages.statics);
  app.use(refuseWhile(options.isStopping));
  app.use(refuseForeignOrigins);
  app.use(limitBody(bodyLimits(options.bodyLimit), (request) => isSignedIn(store, request)));
  const getLoadContext: GetLoadContextFunction = (request, response) => ({
    ...context,
    store,
    nonce: nonceOf(response),
    address: clientAddress(request),
    left: leaving(response),
    noteFailure: (error) => noteFailure(log, error, request, 'a page failed'),
  });
  const remix = answerPages(pages.build, log, getLoadContext);
  app.all('*', (request, response, next) => void remix(request, response, next));
  app.use(answerFailure(log));
  return app;
}

/** Remix behind an address: one handler for each place of the built pages, made when it is first asked for. */
function answerPages(
  build: Pages['build'],
  log: Logger,
  getLoadContext: GetLoadContextFunction,
): RequestHandler {
  if (typeof build === 'function')
    return createRequestHandler({
      build: async () => answeringFailures(await build(), log),
      getLoadContext,
    });
  const whole = answeringFailures(build, log);
  const places = placesOf(whole);
  const handlers = new Map<string, RequestHandler>();
  return (request, response, next) => {
    const place = placeOf(request.path);
    const key = places.has(placeKey(place)) ? placeKey(place) : 'anywhere';
    const handler =
      handlers.get(key) ??
      createRequestHandler({
        build: key === 'anywhere' ? whole : pagesAt(whole, place),
        getLoadContext,
      });
    handlers.set(key, handler);
    return handler(request, response, next);
  };
}

/** The built pages: hashed files may be kept for a year, the others, which are not looked for anew, for an hour. */
export function builtFiles(folder: string): express.RequestHandler[] {
  const hashed = express.static(join(folder, 'assets'), {
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  const gone: express.RequestHandler = (_request, response) => void response.sendStatus(404);
  const assets = express.Router().use('/assets', hashed, gone);
  const names = readdirSync(folder).map((name) => `/${name}`);
  const others = express.static(folder, { maxAge: '1h', index: false, redirect: false });
  const other: express.RequestHandler = (request, response, next) => {
    if (names.includes(request.path)) void others(request, response, next);
    else next();
  };
  return [assets, other];
}

/** Aborts when the connection closes before the whole answer went out. */
function leaving(response: express.Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}

function isEventStream(response: express.Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream');
}

/**
 * Who asks. A proxy on this machine that is not trusted (`TRUST_PROXY`) hides the client: nobody is then taken to
 * sit at this machine.
 */
export function clientAddress(request: Request): string | null {
  const address = request.ip?.replace(/^::ffff:(?=\d+\.)/u, '') ?? null; // An IPv4 address in IPv6's clothes.
  const hidden =
    request.app.get('trust proxy') === false && request.get('X-Forwarded-For') !== undefined;
  return hidden && isLoopback(address) ? null : address;
}

function isLoopback(address: string | null): boolean {
  return address !== null && /^(::1$|(::ffff:)?127\.)/.test(address);
}

async function isSignedIn(store: Store, request: Request): Promise<boolean> {
  if (isForPrograms(request.path)) {
    const bearer = bearerToken(request.get('Authorization') ?? null);
    return bearer !== null && (await findBearer(store.read, bearer)) !== null;
  }
  const headers = new Headers({ Cookie: request.get('Cookie') ?? '' });
  const token = await sessionToken({ headers });
  return token !== null && (await findSignedIn(store.read, token)) !== null;
}

async function answerHealth(
  response: express.Response,
  store: Store,
  isStopping: () => boolean,
): Promise<void> {
  const alive = !isStopping() && (await answers(store));
  response
    .status(alive ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({ status: alive ? 'ok' : isStopping() ? 'stopping' : 'store unreachable' });
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.read.rows(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/** What went wrong outside Remix: the reader gets a plain answer, a program a problem document, the log the reason. */
function answerFailure(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    noteFailure(log, error, request, 'a request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    if (isForPrograms(request.path))
      response
        .status(500)
        .type(PROBLEM_TYPE)
        .send(JSON.stringify(problemOf(500)));
    else response.status(500).type('text/plain').send('Internal Server Error');
  };
}

function noteFailure(log: Logger, error: unknown, { path }: Request, message: string): void {
  const err = error instanceof Error ? error : new Error(String(error));
  log.error({ err, path: loggedPath(path) }, message);
}
