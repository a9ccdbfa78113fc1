import { redirectDocument } from '@remix-run/node';
import type { PortalContext } from '~/context';
import { translate } from '~/locales/i18n.server';
import { dayOf, visitorAct } from './act';
import { isAtThisMachine } from './demo-accounts';
import { visitorLanguage } from './require-person.server';
import { isSecure, sessionCookie, type SessionOrigin } from './session.server';

type Args = { request: Request; context: PortalContext };

/** Everything that a page before signing in needs. */
export function atTheDoor({ request, context }: Args) {
  const now = context.clock.now();
  const from: SessionOrigin = {
    address: context.address,
    agent: request.headers.get('User-Agent'),
  };
  return {
    act: visitorAct(now, context.address),
    store: context.store,
    reader: context.store.read,
    from,
    t: translate(visitorLanguage(request)),
    atThisMachine: isAtThisMachine(context.address, request.url),
    demoDate: context.demo ? dayOf(now) : null,
  };
}

/** Lets somebody in with the token of a fresh session; the page is loaded anew, in the language of the person. */
export async function letIn(request: Request, token: string, to: string) {
  const cookie = await sessionCookie(token, isSecure(request));
  return redirectDocument(to, { headers: { 'Set-Cookie': cookie } });
}

/** One text of a form. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
