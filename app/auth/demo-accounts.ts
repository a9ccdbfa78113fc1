import { z } from 'zod';
import { comparedPassword, isBeyondPassword } from './password';

/** The setting `demo`: the instant at which the demo stands, and the sign-ins that it shows. */
export const demoSetting = z.object({
  now: z.iso.datetime(),
  accounts: z.array(z.object({ email: z.string(), password: z.string() })).default([]),
});
export type DemoAccount = z.output<typeof demoSetting>['accounts'][number];

/** Whether an address is this machine itself: `127.0.0.0/8`, `::1`. A hidden address is not. */
function isLoopback(address: string | null): boolean {
  return address !== null && /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.test(address);
}

/**
 * Whether somebody sits at this machine: by the address, and by the name in the address bar, because a foreign name that
 * was made to lead here (DNS rebinding) is a foreign page's doing.
 */
export function isAtThisMachine(address: string | null, url: string): boolean {
  return (
    isLoopback(address) &&
    /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)
  );
}

/** A password that everybody knows is taken at the machine itself alone. */
export function isShutDemoSignIn(
  accounts: readonly DemoAccount[],
  typed: { email: string; password: string },
  atThisMachine: boolean,
): boolean {
  if (atThisMachine || isBeyondPassword(typed.password)) return false;
  return accounts.some(
    ({ email, password }) =>
      email === typed.email && comparedPassword(password) === comparedPassword(typed.password),
  );
}
