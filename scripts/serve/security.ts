import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isForPrograms } from '~/api/address';

const nonces = new WeakMap<ServerResponse, string>();

/** The nonce that this answer's scripts carry. */
export function nonceOf(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

/**
 * Headers that keep a page to itself. Scripts run by nonce alone; styles may be inline, since bars, bands and charts say
 * their places and widths in the element.
 * The referrer goes to our own pages: without it Chromium posts forms with `Origin: null`.
 */
export function security({ connect = [] }: { connect?: string[] } = {}): RequestHandler {
  return helmet({
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: { includeSubDomains: false },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [(_, response) => `'nonce-${nonceOf(response)}'`, "'strict-dynamic'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...connect],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}

/**
 * A form that another site posts is refused here, before any page, quietly; the browser names the site. It can't act for
 * who is signed in, nor sign anybody in or out. The interface for programs takes no cookies: there is nothing that another
 * site could borrow.
 */
export const refuseForeignOrigins: RequestHandler = (request, response, next) => {
  const origin = request.get('Origin');
  const host = request.get('X-Forwarded-Host') ?? request.get('Host');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (isReading || isOwn || isForPrograms(request.path)) next();
  else response.status(403).type('text/plain').send('Forbidden');
};
