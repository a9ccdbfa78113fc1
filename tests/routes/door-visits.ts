import { beforeEach } from 'vitest';
import type { PortalContext } from '~/context';
import * as frame from '~/routes/_app';
import * as signIn from '~/routes/sign-in';
import { castInto, castPassword, type Cast } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, visitAs, type Answer } from '../visit';

export let context: PortalContext;
export let cast: Cast;
let door = 1;

/** Begins each test with the cast before the door. */
export function doorForEach() {
  beforeEach(async () => {
    door += 1; // Every test comes from an address of its own: attempts are counted by address.
    context = contextFor(await freshStore(), { address: `198.51.100.${door}` });
    cast = await castInto(context.store);
  });
}

export const mona = { email: 'mona@example.com', password: castPassword };

export const tokenOf = ({ headers }: Answer) =>
  /mainstay=([^;]+)/.exec(headers.get('Set-Cookie') ?? '')?.[1] ?? '';

export const cookieOf = (answer: Answer) => `mainstay=${tokenOf(answer)}`;

export async function knock(form: Record<string, string>, more: Partial<PortalContext> = {}) {
  const stranger = await visitAs({ ...context, ...more }, null);
  return stranger.send(signIn, '/sign-in', form);
}

export async function at(cookie: string, path = '/') {
  const { args } = await visitAs(context, null);
  return answerOf(() => frame.loader(args(path, {}, { headers: { Cookie: cookie } })));
}
