import { inArray } from 'drizzle-orm';
import type { kpis } from '~db/schema/kpi';
import type { markets } from '~db/schema/markets';
import type { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Named } from './named';

type Register = typeof kpis | typeof markets | typeof services;

/** What a register calls the records of some codes; one that it doesn't know is called by its code. */
export async function namedByCode(
  reader: Reader,
  register: Register,
  codes: readonly string[],
): Promise<(code: string) => Named> {
  const asked = [...new Set(codes)];
  const rows =
    asked.length === 0
      ? []
      : await reader
          .select({ code: register.code, nameEn: register.nameEn, nameZh: register.nameZh })
          .from(register)
          .where(inArray(register.code, asked));
  const known = new Map(
    rows.map(({ code, nameEn, nameZh }) => [
      code,
      { nameEn: nameEn || code, nameZh: nameZh || code },
    ]),
  );
  return (code) => known.get(code) ?? { nameEn: code, nameZh: code };
}
