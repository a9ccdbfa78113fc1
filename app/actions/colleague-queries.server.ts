import { and, asc, eq, ne } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import type { Reader } from '~db/store.server';

const MOST = 500;

/** The people of our side who can be given something to do. */
export async function colleagues(reader: Reader) {
  return reader
    .select({ id: people.id, name: people.name, role: people.role })
    .from(people)
    .where(and(eq(people.active, true), ne(people.role, 'vendor'), ne(people.role, 'auditor')))
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST);
}

/** Whether an action can be given to this person; nobody at all is allowed. */
export async function isColleague(reader: Reader, personId: number | null): Promise<boolean> {
  if (personId === null) return true;
  return (await colleagues(reader)).some(({ id }) => id === personId);
}
