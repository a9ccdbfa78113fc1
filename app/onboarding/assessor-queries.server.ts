import { and, asc, eq, ne } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import type { Reader } from '~db/store.server';

const MOST = 500;

/** The people who can be asked to score: ours, but for those who only read, and outside reviewers. */
export async function assessorChoices(reader: Reader) {
  return reader
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      email: people.email,
      locale: people.locale,
    })
    .from(people)
    .where(and(eq(people.active, true), ne(people.role, 'vendor'), ne(people.role, 'auditor')))
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST);
}
