import './styles/layers.css';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import './styles/tokens.css';
import './styles/global.css';
import { ColorSchemeScript, MantineProvider } from '@mantine/core';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signedIn, visitorLanguage } from '~/auth/require-person.server';
import { ErrorPage } from '~/components/ErrorPage';
import { useNonce } from '~/components/nonce';
import { usePreferences } from '~/components/use-preferences';
import { cookieValue } from '~/locales/detect';
import { parsePreferences, preferencesCookieName } from '~/shared/preferences';
import { cssVariables, theme } from '~/styles/theme';

export const meta: MetaFunction = () => [{ title: 'Mainstay' }];

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader(args: LoaderFunctionArgs) {
  const person = await signedIn(args);
  const cookies = args.request.headers.get('Cookie');
  return {
    language: person?.locale ?? visitorLanguage(args.request),
    timeZone: person?.timeZone ?? 'UTC',
    preferences: parsePreferences(cookieValue(cookies, preferencesCookieName)),
  };
}

/** Language and zone change by an action alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== 'GET';

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const { scheme } = usePreferences();
  const fixed = scheme === 'auto' ? undefined : scheme;
  return (
    <html
      lang={i18n.language}
      data-mantine-color-scheme={fixed ?? 'light'}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
        {fixed === undefined && (
          <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
        )}
      </head>
      <body>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          colorSchemeManager={followsTheCookie}
          {...(fixed && { forceColorScheme: fixed })}
        >
          {children}
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** The preference cookie holds the scheme; Mantine keeps nothing of its own. */
const followsTheCookie = {
  get: (value: 'light' | 'dark' | 'auto') => value,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage whole />;
}
