import { minorDigits, parseMinor } from '~/shared/money';
import { done, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { readContractDocument, type ContractDocument } from './contract-document';
import { readDocument } from './document-fields';
import { particularsSchema, volumesOf, type MonthlyVolume, type Particulars } from './particulars';
import type { Pricing } from './pricing';
import { endOfMonths } from './renewal';
import { operatorFor } from './sla-vocabulary';
import { keptList } from '~/shared/kept-list';
import { pricedParts } from './volume-fee';

/** A contract as it comes in, from a file or a form. */
export type ContractFile = Particulars & {
  number: string;
  vendor: string;
  starts: string;
  document: ContractDocument;
  /** The fields that the file names, also those that it empties. */
  said: ReadonlySet<string>;
};

/** By code, whether more of a KPI is better. */
export type Directions = ReadonlyMap<string, 'higher' | 'lower'>;

const PARTICULARS: readonly string[] = Object.keys(particularsSchema.shape);

/**
 * Reads a contract's file: the contract document with `number`, `vendor` and `starts`, and beside it title, services,
 * markets, renewal and notice. A term without an operator takes it from its KPI's direction. A refusal has a reason for
 * each field that is wrong.
 */
export function readContractFile(raw: unknown, directions: Directions): Outcome<ContractFile> {
  if (!isRecord(raw)) return refusedFields([{ code: 'document_not_object', field: '' }]);
  const particulars = readDocument(particularsSchema, entriesOf(raw, true));
  const document = readContractDocument(withOperators(entriesOf(raw, false), directions));
  const fields = [
    ...unknownKpis(raw, directions),
    ...(particulars.ok ? unknownVolumes(particulars.value, directions) : []),
    ...reasonsOf(document),
    ...(document.ok ? missing(document.value) : []),
    ...reasonsOf(particulars),
    ...(document.ok && particulars.ok ? disagreements(document.value, particulars.value) : []),
  ];
  if (particulars.ok && particulars.value.markets?.length && !particulars.value.services?.length)
    fields.push({ code: 'contract_markets_without_services', field: 'services' });
  if (fields.length > 0 || !document.ok || !particulars.ok) return refusedFields(fields);
  const { number, vendor, starts } = document.value;
  return done({
    ...particulars.value,
    number: number ?? '',
    vendor: vendor ?? '',
    starts: starts ?? '',
    document: { ...document.value, ends: endOf(document.value, particulars.value) },
    said: new Set(Object.keys(raw)),
  });
}

/** What a back-test takes of a contract's file: its document, and how a price by volume makes its fees. */
export type TrialFile = {
  document: ContractDocument;
  pricing: Pricing | null;
  volumes: MonthlyVolume[];
};

/**
 * Reads a contract's file for a back-test, which knows no registers: what the import takes is taken, number, vendor and
 * start are not asked for, and codes are not looked up.
 */
export function readTrialFile(raw: unknown): Outcome<TrialFile> {
  if (!isRecord(raw)) return refusedFields([{ code: 'document_not_object', field: '' }]);
  const particulars = readDocument(particularsSchema, entriesOf(raw, true));
  const document = readContractDocument(entriesOf(raw, false));
  if (!particulars.ok || !document.ok)
    return refusedFields([...reasonsOf(document), ...reasonsOf(particulars)]);
  return done({
    document: document.value,
    pricing: particulars.value.pricing,
    volumes: volumesOf(particulars.value),
  });
}

/** The last day of the first term: as it was said, or as its months give it. */
function endOf({ starts, ends }: ContractDocument, { initial_months }: Particulars): string | null {
  return (
    ends ??
    (starts !== null && initial_months !== null ? endOfMonths(starts, initial_months) : null)
  );
}

function disagreements(document: ContractDocument, particulars: Particulars): Reason[] {
  const { starts, ends, currency } = document;
  const { initial_months, renewal } = particulars;
  const wrong: Reason[] = [];
  if (starts !== null && ends !== null && initial_months !== null) {
    const agreed = endOfMonths(starts, initial_months);
    if (agreed !== ends)
      wrong.push({ code: 'ends_not_term', params: { ends: agreed }, field: 'ends' });
  }
  if (renewal === 'tacit' && endOf(document, particulars) === null)
    wrong.push({ code: 'renewal_needs_end', field: 'renewal' });
  for (const field of ['liability_cap', 'total_value'] as const) {
    const value = particulars[field];
    if (value !== null && parseMinor(value, currency) === null)
      wrong.push({
        code: 'amount_invalid',
        params: { value, currency, decimals: minorDigits(currency) },
        field,
      });
  }
  return wrong;
}

/**
 * A term's raw document with the operator that its KPI's direction gives, where it names none. A KPI that is not in the
 * library is refused by itself.
 */
export function withOperator(term: unknown, directions: Directions): unknown {
  if (!isRecord(term) || term['operator'] != null || typeof term['kpi'] !== 'string') return term;
  return { ...term, operator: operatorFor(directions.get(term['kpi']) ?? 'higher') };
}

const MOST_NAMED = 12;

/** Says that a code is in no register, and which codes are. */
export function unknownCode(
  code: string,
  value: string | null,
  known: readonly string[],
  field: string,
): Reason {
  const named = keptList([...known].sort().slice(0, MOST_NAMED));
  const more = known.length > MOST_NAMED ? `${named} …` : named;
  return { code, params: { value, known: more }, field };
}

function withOperators(
  raw: Record<string, unknown>,
  directions: Directions,
): Record<string, unknown> {
  if (!Array.isArray(raw['terms'])) return raw;
  return { ...raw, terms: raw['terms'].map((term: unknown) => withOperator(term, directions)) };
}

function unknownKpis(raw: Record<string, unknown>, directions: Directions): Reason[] {
  const terms: unknown[] = Array.isArray(raw['terms']) ? raw['terms'] : [];
  return terms.flatMap((term, index) => {
    const kpi = isRecord(term) ? term['kpi'] : null;
    return typeof kpi === 'string' && !directions.has(kpi)
      ? [unknownCode('kpi_unknown', kpi, [...directions.keys()], `terms.${index}.kpi`)]
      : [];
  });
}

/** A volume whose KPI is not in the library would never be reported. */
function unknownVolumes({ pricing }: Particulars, directions: Directions): Reason[] {
  return pricedParts(pricing).flatMap(({ measure }, index) => {
    if (measure === null || directions.has(measure.kpi)) return [];
    const at = pricing && 'units' in pricing && pricing.units?.[index] ? `units.${index}.` : '';
    const field = `pricing.${at}volume.kpi`;
    return [unknownCode('kpi_unknown', measure.kpi, [...directions.keys()], field)];
  });
}

function missing(document: ContractDocument): Reason[] {
  const needed = ['number', 'vendor', 'starts'] as const;
  return needed
    .filter((name) => document[name] === null)
    .map((field) => ({ code: 'field_missing', field }));
}

function entriesOf(raw: Record<string, unknown>, particulars: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(raw).filter(([name]) => PARTICULARS.includes(name) === particulars),
  );
}

function reasonsOf(outcome: Outcome<unknown>): Reason[] {
  return outcome.ok ? [] : (outcome.fields ?? [outcome.reason]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
