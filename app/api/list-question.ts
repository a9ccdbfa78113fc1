import { z } from 'zod';
import { USUAL_ROWS, MOST_ROWS } from './list-size';

/** How many values a filter takes. */
const MOST_VALUES = 50;

/** A list's question: what is asked of it, in what order, and from where on. */
export type ListQuestion = {
  limit: number;
  cursor: string | null;
  sort: string;
  dir: 'asc' | 'desc';
  filters: Record<string, string[]>;
};

/** What a list may be asked for. */
export type Askable = {
  filters: Readonly<Record<string, { value: z.ZodType<string>; single?: boolean; about: string }>>;
  sorts: readonly string[];
  defaultSort: string;
};

/** A parameter that can't be answered, and the values that it takes where they are a closed list. */
export type QueryProblem = {
  parameter: string;
  code: 'unknown' | 'not_a_choice' | 'invalid' | 'once' | 'too_many';
  value: string | null;
  allowed: string[] | null;
};

const limit = z
  .string()
  .refine((text) => /^[1-9]\d{0,5}$/.test(text) && Number(text) <= MOST_ROWS)
  .meta({
    description: 'Rows of a page',
    override: { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: USUAL_ROWS },
  });
const cursor = z.string().min(1).max(2000).meta({
  description: '`next_cursor` of the page before; the other parameters stay as they were',
});

type Parameter = { value: z.ZodType<string>; single?: boolean };

/** Every parameter of a list by its name; `sort` begins with `-` where it descends. */
export function listParameters({
  filters,
  sorts,
  defaultSort,
}: Askable): Record<string, Parameter> {
  const orders = sorts.flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]];
  const sort = z
    .enum(orders)
    .meta({ description: `The order; \`-\` descends, \`${defaultSort}\` where it is left out` });
  const asked = Object.entries(filters).map(([name, { value, single = false, about }]) => [
    name,
    { value: value.meta({ ...value.meta(), description: about }), single },
  ]);
  return {
    limit: { value: limit, single: true },
    cursor: { value: cursor, single: true },
    sort: { value: sort, single: true },
    ...(Object.fromEntries(asked) as Record<string, Parameter>),
  };
}

/** Reads a list's question from its URL; everything that is not understood is named, nothing is passed over. */
export function readListQuestion(
  params: URLSearchParams,
  askable: Askable,
): { ok: true; question: ListQuestion } | { ok: false; problems: QueryProblem[] } {
  const given = Object.fromEntries(
    [...new Set(params.keys())].map((name) => [name, params.getAll(name)]),
  );
  const parameters = Object.entries(listParameters(askable)).map(([name, { value, single }]) => [
    name,
    z.array(value).max(single ? 1 : MOST_VALUES),
  ]);
  const shape = Object.fromEntries(parameters) as Record<string, z.ZodArray<z.ZodType<string>>>;
  const read = z.strictObject(shape).partial().safeParse(given);
  if (!read.success)
    return { ok: false, problems: read.error.issues.flatMap((issue) => problemsOf(issue, given)) };
  const { limit: [rows] = [], cursor: [from] = [], sort: [order] = [], ...filters } = read.data;
  const sort = order ?? askable.defaultSort;
  return {
    ok: true,
    question: {
      limit: rows === undefined ? USUAL_ROWS : Number(rows),
      cursor: from ?? null,
      sort: sort.replace(/^-/, ''),
      dir: sort.startsWith('-') ? 'desc' : 'asc',
      filters: Object.fromEntries(
        Object.entries(filters).flatMap(([name, values]) => (values ? [[name, values]] : [])),
      ),
    },
  };
}

function problemsOf(issue: z.core.$ZodIssue, given: Record<string, string[]>): QueryProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((parameter) => ({
      parameter,
      code: 'unknown',
      value: given[parameter]?.[0] ?? null,
      allowed: null,
    }));
  const [parameter, at] = issue.path;
  const values = given[String(parameter)] ?? [];
  const about = { parameter: String(parameter), value: values[Number(at ?? 0)] ?? null };
  if (issue.code === 'too_big' && issue.origin === 'array')
    return [{ ...about, code: issue.maximum === 1 ? 'once' : 'too_many', allowed: null }];
  if (issue.code === 'invalid_value')
    return [{ ...about, code: 'not_a_choice', allowed: issue.values.map(String) }];
  return [{ ...about, code: 'invalid', allowed: null }];
}
