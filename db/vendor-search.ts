import { sql, type SQL } from 'drizzle-orm';
import { engine } from './columns';

/** The index of each engine knows a text by three characters in a row; of fewer it knows nothing. */
const FEWEST_CHARACTERS = 3;

/**
 * Ids of the vendors whose name or code holds a text, whatever its case, for `vendors.id in (…)`. SQLite keeps names and
 * codes in `vendor_search`; PostgreSQL has an index over the expression here, and uses it by itself. Shorter texts are
 * looked for in all names.
 */
export function vendorsNamed(search: string): SQL {
  if (engine === 'sqlite' && [...search].length >= FEWEST_CHARACTERS)
    return sql`(select rowid from vendor_search where words match ${`"${search.replaceAll('"', '""')}"`})`;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(select named.id from vendors as named
    where lower(named.name || ' ' || named.code) like lower(${pattern}) escape '\\')`;
}
