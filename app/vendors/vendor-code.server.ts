import { sql, type SQL } from 'drizzle-orm';
import { inCapitals } from '~/shared/fields';
import { vendors } from '~db/schema/vendors';

/**
 * Vendors of a code whatever its case, as `inCapitals` compares codes in a file: codes are kept in capitals, and those
 * from before that was so are found too. The index `vendors_code_capitals` answers it.
 */
export function hasCode(code: string): SQL {
  return sql`upper(${vendors.code}) = ${inCapitals(code)}`;
}
