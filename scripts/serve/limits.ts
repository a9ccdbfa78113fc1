import type { Request as Asked, RequestHandler, Response } from 'express';
import { isForPrograms } from '~/api/address';
import { PROBLEM_TYPE, problemOf } from '~/shared/problem';

const KILOBYTE = 1024;

/** What a body may weigh: a stranger's, a form of somebody who is signed in, and one that brings files. Bytes. */
export type BodyLimits = { stranger: number; form: number; upload: number };

/** A stranger has an address and a password to say, and a form holds words; only files are heavy. */
export function bodyLimits(upload: number): BodyLimits {
  return {
    stranger: Math.min(64 * KILOBYTE, upload),
    form: Math.min(1024 * KILOBYTE, upload),
    upload,
  };
}

/**
 * Refuses a body above what the asker may send before it is read; one that does not say its length is not taken. Who asks
 * is looked up for a heavy body alone.
 */
export function limitBody(
  limits: BodyLimits,
  isSignedIn: (request: Asked) => Promise<boolean>,
): RequestHandler {
  return (request, response, next) => {
    const length = request.get('Content-Length');
    if (length === undefined) {
      if (request.get('Transfer-Encoding') === undefined) next();
      else refuse(response, 411);
      return;
    }
    const bytes = Number(length);
    const most = isUpload(request) ? limits.upload : limits.form;
    if (bytes <= limits.stranger) next();
    else if (bytes > most) refuse(response, 413);
    else
      isSignedIn(request).then(
        (known) => (known ? next() : refuse(response, 413)),
        () => refuse(response, 503),
      );
  };
}

/** Forms with files, and reports that programs send: these have a limit of their own in the settings. */
function isUpload(request: Asked): boolean {
  if (isForPrograms(request.path)) return true;
  return /^multipart\/form-data\b/i.test(request.get('Content-Type') ?? '');
}

/** Sends newcomers to another server while this one ends. */
export function refuseWhile(isStopping: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isStopping()) refuse(response, 503);
    else next();
  };
}

const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers what is no address or no method of ours before anything reads it: a caller's slip is no failure of ours. */
export const refuseMalformed: RequestHandler = (request, response, next) => {
  if (!KNOWN_METHODS.includes(request.method)) {
    response.set('Allow', 'GET, HEAD, POST');
    refuse(response, 405);
  } else if (isAddress(request)) next();
  else refuse(response, 400);
};

/**
 * Whether the request names an address that can be read: a host, and a path that is whole when it is decoded. No text of ours
 * holds a zero, and no store can be asked for one.
 */
function isAddress(request: Asked): boolean {
  if (request.originalUrl.includes('%00')) return false;
  const hosts = [request.get('Host'), request.get('X-Forwarded-Host')?.split(',')[0]?.trim()];
  return hosts.every((host) => host === undefined || isHost(host)) && isPath(request.originalUrl);
}

/** A host with perhaps a port: `a b`, `[::1`, `x:99999`, `user@x` and `x/y` are none. */
function isHost(host: string): boolean {
  return /^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}/`);
}

function isPath(address: string): boolean {
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '');
    return address.startsWith('/') && URL.canParse(`http://localhost${address}`);
  } catch {
    return false;
  }
}

function refuse(response: Response, status: number): void {
  response
    .status(status)
    .set('Connection', 'close')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(status)));
}
