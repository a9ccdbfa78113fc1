import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type AppLoadContext } from '@remix-run/node';
import type { EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { visitorLanguage } from '~/auth/require-person.server';
import { NonceContext } from '~/components/nonce';
import { i18nFor } from '~/locales/i18n.server';
import { isLanguage, type Language } from '~/locales/languages';

const abortAfter = 10_000;

/** Draws a page on the server in the reader's language; robots and tools get it whole, browsers as it comes. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('user-agent'));
  return new Promise((resolve, reject) => {
    let answered = false;
    let finalStatus = status;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
      );
      pipe(body);
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
        onShellReady: () => {
          if (!whole) answer();
        },
        onAllReady: () => {
          if (whole) answer();
        },
        onShellError: reject,
        onError: (error) => {
          finalStatus = 500;
          if (answered) console.error(error);
        },
      },
    );
    setTimeout(abort, abortAfter).unref();
  });
}

/** A visitor who left is no error. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) console.error(error);
};

/** What the root's loader found; where it failed, what the browser asks for. */
function languageOf({ staticHandlerContext }: EntryContext, request: Request): Language {
  const root: unknown = staticHandlerContext.loaderData['root'];
  const found = typeof root === 'object' && root !== null && 'language' in root && root.language;
  return isLanguage(found) ? found : visitorLanguage(request);
}
