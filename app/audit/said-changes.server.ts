import { and, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { Locale } from '~/shared/format';
import { nameFor } from '~/shared/named';
import { people } from '~db/schema/auth';
import { contracts } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { fieldChanges, type FieldChange } from './entry';
import { fieldOf, saidValue, type Reading, type SaidChange } from './field-value';
import { idField, idKey, type IdTable, type NamedIds } from './id-field';

type Entry = { entity: string; before: unknown; after: unknown };

/** The changes of entries in the reader's words, at most so many of each, and how many each has. */
export async function saidChanges(
  reader: Reader,
  scope: Scope,
  reading: Reading,
  entries: readonly Entry[],
  most = Infinity,
): Promise<{ changes: SaidChange[]; count: number }[]> {
  const all = entries.map(({ entity, before, after }) => ({
    entity,
    currency: currencyOf(after) ?? currencyOf(before),
    changes: fieldChanges(before, after),
  }));
  const shown = all.map((entry) => ({ ...entry, changes: entry.changes.slice(0, most) }));
  const names = await namesOfIds(reader, scope, reading.locale, shown);
  return shown.map(({ entity, currency, changes }, index) => ({
    count: all[index]?.changes.length ?? 0,
    changes: changes.map(({ path, before, after }) => {
      const said = (kept: string | null) =>
        kept === null ? null : saidValue(kept, { entity, path, currency }, reading, names);
      return { path, before: said(before), after: said(after) };
    }),
  }));
}

function currencyOf(document: unknown): string | null {
  if (document === null || typeof document !== 'object' || !('currency' in document)) return null;
  return typeof document.currency === 'string' ? document.currency : null;
}

/** What the records are called whose ids stand in changes; a record that is gone or out of reach has no name. */
async function namesOfIds(
  reader: Reader,
  scope: Scope,
  locale: Locale,
  entries: readonly { entity: string; changes: readonly FieldChange[] }[],
): Promise<NamedIds> {
  const wanted = new Map<IdTable, Set<number>>();
  for (const { entity, changes } of entries)
    for (const { path, before, after } of changes) {
      const table = idField(entity, fieldOf(path));
      if (table === null) continue;
      const ids = wanted.get(table) ?? new Set();
      for (const text of [before, after])
        for (const id of (text ?? '').split(', ')) if (/^\d+$/.test(id)) ids.add(Number(id));
      wanted.set(table, ids);
    }
  const found = await Promise.all(
    [...wanted].map(async ([table, ids]) => {
      const rows = ids.size === 0 ? [] : await readers[table](reader, scope, locale, [...ids]);
      return rows.map(
        ({ id, name }) => [idKey(table, id), { name, href: `/${table}/${id}` }] as const,
      );
    }),
  );
  return new Map(found.flat());
}

type Read = (
  reader: Reader,
  scope: Scope,
  locale: Locale,
  ids: number[],
) => Promise<{ id: number; name: string }[]>;

const ofRegister =
  (table: typeof services | typeof markets | typeof kpis): Read =>
  async (reader, _, locale, ids) => {
    const rows = await reader
      .select({ id: table.id, nameEn: table.nameEn, nameZh: table.nameZh })
      .from(table)
      .where(inArray(table.id, ids));
    return rows.map(({ id, ...names }) => ({ id, name: nameFor(names, locale) }));
  };

const readers: Record<IdTable, Read> = {
  services: ofRegister(services),
  markets: ofRegister(markets),
  kpis: ofRegister(kpis),
  people: async (reader, _scope, _locale, ids) =>
    reader.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
  vendors: async (reader, scope, _, ids) =>
    reader
      .select({ id: vendors.id, name: vendors.name })
      .from(vendors)
      .where(and(inArray(vendors.id, ids), withinScope(scope, vendors.id))),
  contracts: async (reader, scope, _, ids) =>
    reader
      .select({ id: contracts.id, name: contracts.number })
      .from(contracts)
      .where(and(inArray(contracts.id, ids), withinScope(scope, contracts.vendorId))),
};
