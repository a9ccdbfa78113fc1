import { useRouteLoaderData } from '@remix-run/react';
import { useSyncExternalStore } from 'react';
import { cookieValue } from '~/locales/detect';
import {
  defaultPreferences,
  parsePreferences,
  preferencesCookieName,
  writePreferences,
  type Preferences,
} from '~/shared/preferences';
import type { loader as rootLoader } from '~/root';

const listeners = new Set<() => void>();
let seen: { cookie: string | null; preferences: Preferences } | null = null;

/** How the reader likes to see the portal; follows a change at once, wherever it is made. */
export function usePreferences(): Preferences {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const drawn = root?.preferences ?? defaultPreferences;
  return useSyncExternalStore(subscribe, current, () => asKept(drawn));
}

/**
 * What the page was drawn with; where that is what is kept, the very same object: React draws all that sees another once more
 * as soon as it has taken the page over.
 */
function asKept(drawn: Preferences): Preferences {
  if (typeof document === 'undefined') return drawn;
  const kept = current();
  return writePreferences(kept) === writePreferences(drawn) ? kept : drawn;
}

/** Keeps a choice for a year in this browser. */
export function prefer(change: Partial<Preferences>): void {
  const value = encodeURIComponent(writePreferences({ ...current(), ...change }));
  document.cookie = `${preferencesCookieName}=${value}; path=/; max-age=31536000; samesite=lax`;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same object until the cookie changes, as React asks of a snapshot. */
function current(): Preferences {
  const cookie = cookieValue(document.cookie, preferencesCookieName);
  if (seen === null || seen.cookie !== cookie)
    seen = { cookie, preferences: parsePreferences(cookie) };
  return seen.preferences;
}
