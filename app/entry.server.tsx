import { Writable } from 'node:stream';
import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { visitorLanguage } from '~/auth/require-person.server';
import { NonceContext } from '~/components/nonce';
import { i18nFor } from '~/locales/i18n.server';
import { isLanguage, type Language } from '~/locales/languages';

const abortAfter = 10_000;

/** Draws a page on the server in the reader's language and answers with the whole of it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, noteFailure }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const answer = (html: string) => {
      clearTimeout(timer);
      headers.set('Content-Type', 'text/html; charset=utf-8');
      keepToTheReader(headers);
      resolve(new Response(html, { headers, status: finalStatus }));
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={i18nFor(languageOf(remixContext, request))}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={abortAfter}
            nonce={nonce}
          />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => pipe(collected(answer)),
        onShellError: reject,
        onError: (error) => {
          finalStatus = 500;
          noteFailure(error);
        },
      },
    );
    const timer = setTimeout(abort, abortAfter).unref();
  });
}

/**
 * The page as one string. React 18 fills the end of a chunk that the next character does not fit into with zero bytes,
 * which every page in Chinese has; no HTML holds any, so they are taken out.
 */
function collected(answer: (html: string) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    final(next) {
      answer(Buffer.concat(chunks).toString('utf8').replaceAll('\0', ''));
      next();
    },
  });
}

/** What a page fetches for itself is as private as the page. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  keepToTheReader(response.headers);
  return response;
};

/** No cache between us and the reader keeps an answer that does not say that it may. */
function keepToTheReader(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
}

/** A visitor who left is no error, nor is an address or a method that no page has: the answer's own line says it. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.noteFailure(error);
};

/** What the root's loader found; where it failed, what the browser asks for. */
function languageOf({ staticHandlerContext }: EntryContext, request: Request): Language {
  const root: unknown = staticHandlerContext.loaderData['root'];
  const found = typeof root === 'object' && root !== null && 'language' in root && root.language;
  return isLanguage(found) ? found : visitorLanguage(request);
}
