import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { clearedCookie, closeSession, sessionToken } from '~/auth/session.server';

/** Ends the browser's session. */
export async function action({ request, context }: ActionFunctionArgs) {
  const token = await sessionToken(request);
  if (token) await closeSession(context.store, token);
  return redirect('/sign-in', { headers: { 'Set-Cookie': await clearedCookie() } });
}

/** A link here shows what there is to do; it signs nobody out. */
export function loader() {
  return redirect('/');
}
