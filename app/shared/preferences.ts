/** How a reader likes to see the portal: kept in one cookie, so that the server draws it right the first time. */
export type Preferences = {
  scheme: 'light' | 'dark' | 'auto';
  density: 'compact' | 'comfortable';
  /** Columns a reader has hidden or shown against a table's default, by table: `-code` hidden, `+code` shown. */
  columns: Record<string, string[]>;
};

export const preferencesCookieName = 'view';
export const defaultPreferences: Preferences = { scheme: 'auto', density: 'compact', columns: {} };

/** Reads the cookie's value; anything that is not understood is left at its default. */
export function parsePreferences(text: string | null): Preferences {
  const params = new URLSearchParams(text ?? '');
  const scheme = params.get('scheme');
  const columns: Record<string, string[]> = {};
  for (const [key, value] of params)
    if (key.startsWith('columns.')) columns[key.slice('columns.'.length)] = value.split(' ');
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    density: params.get('density') === 'comfortable' ? 'comfortable' : 'compact',
    columns,
  };
}

/** The cookie's value; defaults are left out. */
export function writePreferences({ scheme, density, columns }: Preferences): string {
  const params = new URLSearchParams();
  if (scheme !== 'auto') params.set('scheme', scheme);
  if (density !== 'compact') params.set('density', density);
  for (const [table, choice] of Object.entries(columns))
    if (choice.length > 0) params.set(`columns.${table}`, choice.join(' '));
  return params.toString();
}
