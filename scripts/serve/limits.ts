import type { RequestHandler, Response } from 'express';

/** Refuses a body above the limit before it is read; a body that does not say its length is not taken. */
export function limitBody(bytes: number): RequestHandler {
  return (request, response, next) => {
    const length = request.get('Content-Length');
    if (length === undefined && request.get('Transfer-Encoding') !== undefined) {
      refuse(response, 411, 'Length Required');
    } else if (length !== undefined && Number(length) > bytes) {
      refuse(response, 413, 'Content Too Large');
    } else next();
  };
}

/** Sends newcomers to another server while this one ends. */
export function refuseWhile(isStopping: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isStopping()) refuse(response, 503, 'Service Unavailable');
    else next();
  };
}

function refuse(response: Response, status: number, title: string): void {
  response
    .status(status)
    .set('Connection', 'close')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status }));
}
