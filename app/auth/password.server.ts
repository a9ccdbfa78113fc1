import { hash, verify } from '@node-rs/argon2';
import { comparedPassword, isBeyondPassword } from './password';

/**
 * Argon2id with 19 MiB, two passes and one lane: the first recommendation of the OWASP password storage cheat sheet.
 * Argon2id is the library's default algorithm.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash under which a password is kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(comparedPassword(password), COST);
}

/**
 * Whether the password is the one behind the hash. Without a hash (nobody by that address, or no password set) it takes
 * as long and says no, and so it does where more was typed than any password has.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const possible = isBeyondPassword(password) ? null : comparedPassword(password);
  const right = await verify(kept ?? (await dummyHash()), possible ?? '');
  return right && possible !== null && kept !== null;
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
  return (dummy ??= hashPassword(crypto.randomUUID()));
}
