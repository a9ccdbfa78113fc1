import { foldText, withoutUnit } from './fold-text';
import type { KpiDefinition, NamedEntry } from './reading';
import type { ColumnRole } from './column-headings';
import { standardRole } from './standard-columns';

/** Entries by folded name; null where two share it. Cells met before are remembered as they stand. */
export type NameIndex<T> = {
  byName: Map<string, T | null>;
  met: Map<string, T | null | undefined>;
};

type Named = Pick<NamedEntry, 'code' | 'nameEn' | 'nameZh' | 'aliases'>;

/** Entries by code, names and aliases. A code always wins over another entry's name. */
export function indexNames<T extends Named>(entries: readonly T[]): NameIndex<T> {
  const byName = new Map<string, T | null>();
  const add = (name: string | null, entry: T) => {
    const folded = foldText(name ?? '');
    if (folded === '') return;
    const other = byName.get(folded);
    if (other === undefined) byName.set(folded, entry);
    else if (other !== entry) byName.set(folded, null);
  };
  for (const entry of entries)
    for (const name of [entry.nameEn, entry.nameZh, ...entry.aliases]) add(name, entry);
  for (const entry of entries) byName.set(foldText(entry.code), entry);
  return { byName, met: new Map() };
}

/** The entry that a cell names: null when two share the name, undefined when none has it. */
export function lookUp<T>(index: NameIndex<T>, cell: string): T | null | undefined {
  const known = index.met.get(cell);
  if (known !== undefined) return known;
  const entry = index.byName.get(foldText(cell));
  index.met.set(cell, entry);
  return entry;
}

export type HeaderMatch = { kpi: KpiDefinition } | { role: ColumnRole } | null;

/** What a heading says by itself: a KPI by code, name or alias, a standard column, or nothing known. */
export function matchHeading(name: string, kpis: NameIndex<KpiDefinition>): HeaderMatch {
  const folded = foldText(name);
  if (folded === '') return null;
  const kpi = kpis.byName.get(folded) ?? kpis.byName.get(withoutUnit(folded));
  if (kpi) return { kpi };
  const role = standardRole(folded) ?? standardRole(withoutUnit(folded));
  return role ? { role } : null;
}
