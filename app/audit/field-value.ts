import type { TFunction } from 'i18next';
import { isLanguage, languageNames } from '~/locales/languages';
import { countryName } from '~/shared/country-codes';
import {
  formatDate,
  formatInstant,
  formatListed,
  formatMoney,
  formatMonth,
  type Locale,
} from '~/shared/format';
import { keptList } from '~/shared/kept-list';
import { isDate } from '~/shared/calendar';
import { parsePeriod } from '~/shared/period';
import { unreadableCause } from './entry';
import { idField, idKey, type NamedIds } from './id-field';

/** Who reads an entry, by which clock. */
export type Reading = { t: TFunction; locale: Locale; timeZone: string };

/** A value of an entry in words, and the record that it names. */
export type SaidValue = { text: string; href: string | null };

/** A field of an entry as a page shows it. */
export type SaidChange = { path: string; before: SaidValue | null; after: SaidValue | null };

/** Fields whose value is a word of a closed list, by the kind of record where kinds differ, and where the words stand. */
export const vocabularies: Record<string, string> = {
  'amendment.state': 'contracts:amendment.state',
  'assessment.result': 'vendors:assessment.results',
  'case.state': 'common:caseState',
  'check.check': 'diligence:check.kinds',
  'check.kind': 'diligence:check.kinds',
  'check.result': 'diligence:check.results',
  'check.state': 'diligence:check.states',
  'contact.role': 'vendors:contact.role',
  'contact.side': 'vendors:contact.side',
  'contract.dataKind': 'clauses:dataKind',
  'contract.renewal': 'contracts:renewal',
  'identifier.kind': 'diligence:identifier.kinds',
  'kpi.better': 'common:better',
  'kpi.category': 'common:category',
  'market.level': 'library:market.levels',
  'person.role': 'common:role',
  'proposal.state': 'common:proposalState',
  'reassessment.cause': 'assessments:causes',
  'report.state': 'common:reportState',
  'review.state': 'reviews:state',
  'scoring.cause': 'assessments:causes',
  'scoring.result': 'vendors:assessment.results',
  'scoring.state': 'assessments:state',
  'statement.state': 'settlement:state',
  'vendor.status': 'common:vendorState',
  'credit.from': 'common:creditState',
  'credit.to': 'common:creditState',
  'vendor.tier': 'common:tier',
  severity: 'common:severity',
  operator: 'common:operator',
  source: 'common:source',
  sources: 'common:source',
  section: 'company:section',
};

/** Fields that hold amounts in minor units, by the kind of record. */
const minorAmounts: Record<string, readonly string[]> = {
  credit: [
    ...['calculated', 'claimed', 'accepted', 'applied', 'disputed', 'waived', 'expired'],
    'amount',
  ],
  contract: ['feeMinor', 'creditMinimumMinor'],
};

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const month = /^\d{4}-\d{2}$/;
const whole = /^-?\d+$/;

/** Fields that somebody wrote or named: they stay as they are, whatever they look like. */
const written: ReadonlySet<string> = new Set([
  ...['number', 'code', 'name', 'nameEn', 'nameZh', 'formerNames', 'aliases', 'title', 'email'],
  ...['invoice', 'invoiceNumber', 'reason', 'note', 'comment', 'remarks', 'text', 'fileName'],
  ...['finding', 'agreedBy', 'what', 'evidence', 'document', 'website', 'place'],
]);

/** The last name of a path, past the places in lists: `term.bands.0.severity` is about a `severity`. */
export function fieldOf(path: string): string {
  return path.split('.').findLast((part) => !whole.test(part)) ?? path;
}

type About = { entity: string; path: string; currency: string | null };

/** A value as the trail keeps it, in the reader's words: days, months, amounts, languages, states and named records. */
export function saidValue(
  kept: string,
  { entity, path, currency }: About,
  reading: Reading,
  names: NamedIds,
): SaidValue {
  const cause = unreadableCause(kept);
  if (cause !== null) return { text: reading.t(`audit:unreadable.${cause}`), href: null };
  const field = fieldOf(path);
  const table = idField(entity, field);
  if (table !== null) return namedRecords(kept, table, reading, names);
  if (written.has(field)) return { text: kept, href: null };
  const words = vocabularies[`${entity}.${field}`] ?? vocabularies[field];
  const parts = kept.split(', ').map((part) => {
    if (words !== undefined)
      return reading.t(`${words}.${part}` as 'common:none', { defaultValue: part });
    if (currency !== null && minorAmounts[entity]?.includes(field) && whole.test(part))
      return formatMoney(part, currency);
    return plainValue(part, field, reading);
  });
  // A list is one of which something was said in the reader's words; a text with a comma in it stays whole.
  const isSaid = keptList(parts) !== kept;
  return { text: isSaid ? formatListed(parts, reading.locale) : kept, href: null };
}

function namedRecords(
  kept: string,
  table: NonNullable<ReturnType<typeof idField>>,
  { locale }: Reading,
  names: NamedIds,
): SaidValue {
  const ids = kept.split(', ');
  const known = ids.map((id) => names.get(idKey(table, id)));
  const text = formatListed(
    ids.map((id, index) => known[index]?.name ?? id),
    locale,
  );
  return { text, href: ids.length === 1 ? (known[0]?.href ?? null) : null };
}

function plainValue(kept: string, field: string, { t, locale, timeZone }: Reading): string {
  if (kept === 'true' || kept === 'false') return t(kept === 'true' ? 'common:yes' : 'common:no');
  if (instant.test(kept)) return formatInstant(kept, timeZone, locale);
  if (isDate(kept)) return formatDate(kept, locale);
  const period = month.test(kept) ? parsePeriod(kept) : null;
  if (period !== null) return formatMonth(period, locale);
  if (field === 'country' && /^[A-Z]{2}$/.test(kept)) return countryName(kept, locale);
  const isOfLanguage = field === 'locale' || field === 'language';
  return isOfLanguage && isLanguage(kept) ? languageNames[kept] : kept;
}
