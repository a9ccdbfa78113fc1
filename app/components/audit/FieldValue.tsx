import type { SaidValue } from '~/audit/field-value';

/** A value of an entry in words; the record that it names is a link. */
export function FieldValue({ value }: { value: SaidValue | null }) {
  if (value === null) return null;
  return value.href === null ? <>{value.text}</> : <a href={value.href}>{value.text}</a>;
}
