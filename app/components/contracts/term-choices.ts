import type { FormValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import type { Choice } from '../form/fields';

type Named = { code: string; nameEn: string; nameZh: string };

/** What a term may speak of. */
export type TermChoices = {
  kpis: (Named & { unit: string; better: 'higher' | 'lower' })[];
  services: Named[];
  markets: Named[];
};

/** Records of a register as choices, by their names in the reader's language. */
export function choicesOf(records: readonly Named[], locale: string): Choice[] {
  return records.map((record) => ({ value: record.code, label: nameIn(record, locale) }));
}

function nameIn({ code, nameEn, nameZh }: Named, locale: string): string {
  const name = nameFor({ nameEn, nameZh }, locale);
  return name === code ? code : `${name} · ${code}`;
}

/** The one text of a form's entry. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
