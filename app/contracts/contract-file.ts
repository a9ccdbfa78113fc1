import { z } from 'zod';
import { done, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { renewals } from './contract';
import { readContractDocument, type ContractDocument } from './contract-document';
import { countField, dateField, optional, readDocument } from './document-fields';

const LONGEST_NOTICE_DAYS = 3660;
const LONGEST_NAME = 200;

const particularsSchema = z.strictObject({
  title: optional(z.string().trim().min(1).max(LONGEST_NAME)),
  services: optional(z.array(z.string().min(1))),
  markets: optional(z.array(z.string().min(1))),
  renewal: optional(z.enum(renewals)),
  notice_days: optional(countField(0, LONGEST_NOTICE_DAYS)),
  accepts_alone: optional(z.boolean()),
  /** From when on changed and new terms hold that name no day of their own. */
  effective_from: optional(dateField()),
});

/** What a contract's file says beside the contract document; null where it says nothing. */
export type Particulars = z.output<typeof particularsSchema>;

/** A contract as it comes in, from a file or a form. */
export type ContractFile = Particulars & {
  number: string;
  vendor: string;
  starts: string;
  document: ContractDocument;
};

/** By code, whether more of a KPI is better. */
export type Directions = ReadonlyMap<string, 'higher' | 'lower'>;

const PARTICULARS = Object.keys(particularsSchema.shape);

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
    ...reasonsOf(document),
    ...(document.ok ? missing(document.value) : []),
    ...reasonsOf(particulars),
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
    document: document.value,
  });
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
  const named = [...known].sort().slice(0, MOST_NAMED).join(', ');
  const more = known.length > MOST_NAMED ? `${named} …` : named;
  return { code, params: { value, known: more }, field };
}

/** What a KPI's direction means for its terms: at least the target where more is better, else at most. */
export function operatorFor(better: 'higher' | 'lower'): 'gte' | 'lte' {
  return better === 'higher' ? 'gte' : 'lte';
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
