/**
 * Where somebody goes on after signing in: a path of this portal, `/` for anything else. A path that a browser would take
 * for another host (`//host`, `/\host`, `/.//host`) is not one.
 */
export function returnPath(to: string | null | undefined): string {
  if (!to?.startsWith('/')) return '/';
  const here = 'http://portal.invalid';
  if (!URL.canParse(to, here)) return '/';
  const url = new URL(to, here);
  if (url.origin !== here || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}`;
}
