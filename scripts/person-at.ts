import { eq } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import type { Reader } from '~db/store.server';

/** Who signs in with an address; null where nobody does. */
export async function personIdAt(reader: Reader, address: string): Promise<number | null> {
  const [person] = await reader
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, address.trim().toLowerCase()));
  return person?.id ?? null;
}
