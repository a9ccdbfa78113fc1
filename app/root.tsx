import latinLetters from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import '@fontsource-variable/inter/wght.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/global.css';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signedIn, visitorLanguage } from '~/auth/require-person.server';
import { ErrorPage } from '~/components/ErrorPage';
import { LostConnection } from '~/components/frame/LostConnection';
import { useNonce } from '~/components/nonce';
import { usePreferences } from '~/components/use-preferences';
import { cookieValue } from '~/locales/detect';
import { wordSetOf } from '~/locales/word-set';
import { invitedLanguage } from '~/onboarding/invited-language.server';
import { parsePreferences, preferencesCookieName } from '~/shared/preferences';

export const meta: MetaFunction = () => [{ title: 'Mainstay' }];

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  {
    rel: 'preload',
    href: latinLetters,
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const person = await signedIn(args);
  const cookies = args.request.headers.get('Cookie');
  return {
    language:
      person?.locale ??
      (await invitedLanguage(args.context.store.read, args.request)) ??
      visitorLanguage(args.request),
    timeZone: person?.timeZone ?? 'UTC',
    hasAllWords: person !== null && person.role !== 'vendor',
    preferences: parsePreferences(cookieValue(cookies, preferencesCookieName)),
  };
}

/** Zod, before it is loaded: what the page's policy forbids is not tried. */
const CHECK_WITHOUT_EVAL = 'globalThis.__zod_globalConfig={jitless:true}';

/** Language and zone change by an action alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== 'GET';

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const { scheme } = usePreferences();
  const root = useRouteLoaderData<typeof loader>('root');
  const { pathname } = useLocation();
  return (
    <html
      lang={i18n.language}
      data-words={wordSetOf(pathname, root?.hasAllWords ?? false)}
      {...(scheme !== 'auto' && { 'data-scheme': scheme })}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: CHECK_WITHOUT_EVAL }}
        />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Whoever signs in may read another language than the page they came from: then the page is loaded anew in theirs. */
export default function Root() {
  const { language } = useLoaderData<typeof loader>();
  const { i18n } = useTranslation();
  useEffect(() => {
    if (language !== i18n.language) window.location.reload();
  }, [language, i18n]);
  return (
    <>
      <Outlet />
      <LostConnection />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage whole />;
}
