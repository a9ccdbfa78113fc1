/** Under which the interface for programs stands, in its one version. */
export const API_PATH = '/api/v1';

/** Whether a path of the portal is for programs, which sign in by access tokens and read JSON. */
export function isForPrograms(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
