import { createCookie, redirect, type TypedResponse } from '@remix-run/node';
import type { Flash } from './Notice';

const cookie = createCookie('notice', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 60 });

/** The cookie that brings a notice to the next page, for answers with headers of their own. */
export function noticeCookie(flash: Flash): Promise<string> {
  return cookie.serialize(flash);
}

/** Leads to a page that says what was done: `redirectWithNotice('/vendors/7', { key: 'vendors:notice.registered' })`. */
export async function redirectWithNotice(to: string, flash: Flash): Promise<TypedResponse<never>> {
  return redirect(to, { headers: { 'Set-Cookie': await noticeCookie(flash) } });
}

/** The notice that waits for this reader, and the header that takes it away. */
export async function takeNotice(
  request: Request,
): Promise<{ flash: Flash | null; headers: Record<string, string> }> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  if (!isFlash(value)) return { flash: null, headers: {} };
  return {
    flash: value,
    headers: { 'Set-Cookie': await cookie.serialize('', { maxAge: 0 }) },
  };
}

function isFlash(value: unknown): value is Flash {
  return (
    typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string'
  );
}
