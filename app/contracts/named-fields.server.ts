import type { Scope } from '~/auth/act';
import type { Locale } from '~/shared/format';
import { nameFor } from '~/shared/named';
import { namedByCode } from '~/shared/named-by-code.server';
import { zoneName } from '~/shared/zone-name';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { vendorByCode } from './library-queries.server';

type Fields = Record<string, unknown>;

/** Says the fields of a contract as a page shows them: its vendor, services, markets and time zone by their names. */
export async function fieldNamer(
  reader: Reader,
  scope: Scope,
  locale: Locale,
  documents: readonly Fields[],
): Promise<(fields: Fields) => Fields> {
  const coded = (field: string) => documents.flatMap((fields) => codesIn(fields[field]));
  const service = await namedByCode(reader, services, coded('services'));
  const market = await namedByCode(reader, markets, coded('markets'));
  const code = documents.map((fields) => fields['vendor']).find((each) => typeof each === 'string');
  const vendor = typeof code === 'string' ? await vendorByCode(reader, scope, code) : null;
  return (fields) => {
    const zone = fields['time_zone'];
    return {
      ...fields,
      ...(vendor && fields['vendor'] === vendor.code && { vendor: vendor.name }),
      ...named('services', fields, (each) => nameFor(service(each), locale)),
      ...named('markets', fields, (each) => nameFor(market(each), locale)),
      ...(typeof zone === 'string' && zone !== '' && { time_zone: zoneName(zone, locale) }),
    };
  };
}

function codesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
}

function named(field: string, fields: Fields, name: (code: string) => string): Fields {
  return Array.isArray(fields[field]) ? { [field]: codesIn(fields[field]).map(name) } : {};
}
