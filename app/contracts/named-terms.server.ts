import type { Locale } from '~/shared/format';
import { nameFor } from '~/shared/named';
import { namedByCode } from '~/shared/named-by-code.server';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { kpiNames } from './library-queries.server';
import { readSlaTerm } from './sla-term';

/** The terms that can be read, each with the names of what it measures and where. */
export async function namedTerms(reader: Reader, locale: Locale, documents: readonly unknown[]) {
  const terms = documents.flatMap((document) => {
    const read = readSlaTerm(document);
    return read.ok ? [read.value] : [];
  });
  const names = await kpiNames(reader, locale);
  const service = await namedByCode(
    reader,
    services,
    terms.flatMap(({ scope }) => scope.service ?? []),
  );
  const market = await namedByCode(
    reader,
    markets,
    terms.flatMap(({ scope }) => scope.market ?? []),
  );
  return terms.map((term) => ({
    ...(names.get(term.kpi) ?? { name: term.kpi, unit: null }),
    service: term.scope.service && nameFor(service(term.scope.service), locale),
    market: term.scope.market && nameFor(market(term.scope.market), locale),
    term,
  }));
}
