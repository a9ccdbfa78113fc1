import { gte, inArray, lte, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { parsePeriod } from '~/shared/period';
import { parseSpan } from '~/sla/breach-filter';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/** The day on which the question is asked, and where it is asked, for what hangs on them. */
export type FilterContext = { today: string; reader: Reader };

/** One thing that a list can be narrowed by: what it may hold, and what it asks of the rows. */
export type Filter = {
  value: z.ZodType<string>;
  /** Given once; else each value more widens what is found. */
  single?: boolean;
  about: string;
  condition: (values: readonly string[], context: FilterContext) => Condition | Promise<Condition>;
};

type Condition = SQL | undefined;

/** A word that is data: no store keeps NUL. */
const word = z.string().regex(/^[^\0]{1,200}$/);

/** One of a closed list of words. */
export function words(column: AnyColumn, allowed: readonly string[], about: string): Filter {
  return {
    value: z.enum(allowed as [string, ...string[]]),
    about,
    condition: (values) => inArray(column, [...values]),
  };
}

/** Words whose meaning is more than a column. */
export function wordsBy(
  allowed: readonly string[],
  about: string,
  condition: (word: string, context: FilterContext) => SQL | undefined,
): Filter {
  return {
    value: z.enum(allowed as [string, ...string[]]),
    about,
    condition: (values, context) => either(values.map((word) => condition(word, context))),
  };
}

/** A word that is data, such as a currency. */
export function text(column: AnyColumn, about: string): Filter {
  return {
    value: word,
    about,
    condition: (values) => inArray(column, [...values]),
  };
}

const coded = { vendors, kpis, services, markets };

/** The record that a column names, by its code. */
export function code(column: AnyColumn, of: keyof typeof coded, about: string): Filter {
  const table = coded[of];
  return {
    value: word,
    about,
    condition: (values) =>
      sql`${column} in (select ${table.id} from ${table} where ${inArray(table.code, [...values])})`,
  };
}

/** So many terms are looked up one by one; where there are more, each month holds some of them. */
const FEW_TERMS = 200;

/**
 * The KPI of terms that a column names. Months in order are read until a page is full: fast for a KPI that many agreed on, and
 * all history for one that hardly anybody did. Its few terms are asked for by name.
 */
export function kpiOfTerm(column: AnyColumn): Filter {
  return {
    value: word,
    about: 'Code of the KPI',
    condition: async (values, { reader }) => {
      const ofKpis = sql`${slaTerms.kpiId} in (select ${kpis.id} from ${kpis} where ${inArray(kpis.code, [...values])})`;
      const terms = await reader
        .select({ id: slaTerms.id })
        .from(slaTerms)
        .where(ofKpis)
        .limit(FEW_TERMS + 1);
      // The sign keeps the engine from looking up each of many terms and sorting all that it found.
      if (terms.length > FEW_TERMS)
        return sql`+${column} in (select ${slaTerms.id} from ${slaTerms} where ${ofKpis})`;
      return inArray(
        column,
        terms.map(({ id }) => id),
      );
    },
  };
}

/** The contract that a column names, by its number. */
export function contractNumber(column: AnyColumn): Filter {
  return {
    value: word,
    about: 'Number of the contract',
    condition: (values) =>
      sql`${column} in (select ${contracts.id} from ${contracts} where ${inArray(contracts.number, [...values])})`,
  };
}

/** The contract of a term that a column names, by the contract's number. */
export function contractOfTerm(column: AnyColumn): Filter {
  const ofContract = contractNumber(slaTerms.contractId);
  return {
    ...ofContract,
    condition: (values, context) =>
      sql`${column} in (select ${slaTerms.id} from ${slaTerms} where ${ofContract.condition(values, context)})`,
  };
}

/** The key of another record. */
export function key(column: AnyColumn, about: string): Filter {
  return {
    value: z.string().regex(/^\d{1,16}$/),
    about,
    condition: (values) => inArray(column, values.map(Number)),
  };
}

const month = z.string().refine((value) => parsePeriod(value) !== null, 'not_a_month');
const span = z.string().refine((value) => parseSpan(value) !== null, 'not_a_span');

/** The months of a column: one by one, by quarter or year, and from one to another, both included. */
export function months(column: AnyColumn): Record<'period' | 'from' | 'to', Filter> {
  return {
    period: {
      value: span,
      about: 'A month 2023-07, a quarter 2023-Q3 or a year 2023',
      condition: (values) =>
        either(
          values.flatMap((value) => {
            const parsed = parseSpan(value);
            return parsed ? [sql`${column} between ${parsed.first} and ${parsed.last}`] : [];
          }),
        ),
    },
    from: {
      value: month,
      single: true,
      about: 'The first month, 2023-01',
      condition: ([first = '']) => gte(column, parsePeriod(first)),
    },
    to: {
      value: month,
      single: true,
      about: 'The last month, 2023-12',
      condition: ([last = '']) => lte(column, parsePeriod(last)),
    },
  };
}

function either(conditions: readonly (SQL | undefined)[]): SQL | undefined {
  const given = conditions.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : sql`(${sql.join(given, sql` or `)})`;
}
