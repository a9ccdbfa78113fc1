import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { visitorLanguage } from '~/auth/require-person.server';
import { NonceContext } from '~/components/nonce';
import { handedOver, handedWords } from './handed-over';
import { heard, wordsAsJson } from '~/locales/asked-words.server';
import { i18nFor } from '~/locales/i18n.server';
import { isLanguage, type Language } from '~/locales/languages';

/**
 * Draws a page on the server in the reader's language and answers with the whole of it. No page waits for data while it is
 * drawn, so it is drawn into a string: a stream takes half as long again, and fills the end of a chunk that the next Chinese
 * character does not fit into with zero bytes.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remixContext }: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const found = serverHandoffStream && (await new Response(serverHandoffStream).text());
  const language = languageOf(remixContext, request);
  const translator = i18nFor(language);
  const [page, names] = heard(() =>
    renderToString(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={translator}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
    ),
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  keepToTheReader(headers);
  const html = [
    `<!DOCTYPE html>${afterStyles(page)}`,
    handedWords(wordsAsJson(language, translator, names)),
    found ? handedOver(found, nonce) : '',
  ].join('');
  return new Response(Buffer.from(html), { headers, status });
}

/** Scripts come after what a page is drawn with: a browser would fetch them side by side, and a phone shows letters later. */
function afterStyles(page: string): string {
  return page.replaceAll('<link rel="modulepreload"', '$& fetchpriority="low"');
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
export const handleError: HandleErrorFunction = (error, { context }) => {
  if (!context.left.aborted && !isRouteErrorResponse(error)) context.noteFailure(error);
};

/** What the root's loader found; where it failed, what the browser asks for. */
function languageOf({ staticHandlerContext }: EntryContext, request: Request): Language {
  const root: unknown = staticHandlerContext.loaderData['root'];
  const found = typeof root === 'object' && root !== null && 'language' in root && root.language;
  return isLanguage(found) ? found : visitorLanguage(request);
}
