import { and, asc, desc, eq, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { dayOf, type Scope } from '~/auth/act';
import type { Permission } from '~/auth/permission';
import type { TableRows } from '~/exports/export-table.server';
import type { ExportCell } from '~/exports/table';
import type { Reader } from '~db/store.server';
import type { Filter } from './filter.server';
import { readCursor, writeCursor } from './page-cursor';
import type { ListQuestion } from './list-question';
import type { ApiVisit } from './require-token.server';

/** A row as it goes out: its id, and each cell by its name. */
export type ApiRow = Record<string, unknown>;

/** A kind of record that programs read: one entry of the interface, from its address to its schema. */
export type Resource = {
  /** What it is, for the description of the interface. */
  about: string;
  needs: Permission;
  filters: Readonly<Record<string, Filter>>;
  /** Cells that outsiders are not shown, nor may ask by. */
  internal: readonly string[];
  sorts: readonly string[];
  defaultSort: string;
  row: z.ZodObject;
  item: z.ZodObject;
  /** A page of the list, and the cursor of the next; null where the cursor of the question is none of this list. */
  page: (visit: ApiVisit, question: ListQuestion) => Promise<Page | null>;
  /** One record; null where it is not there, or not for this reader. */
  find: (visit: ApiVisit, id: string) => Promise<ApiRow | null>;
};

export type Page = { data: ApiRow[]; next: string | null };

/** A record's key: where it stands in the table, and the numbers by which rows that are otherwise equal are told apart. */
type Key = { where: SQL | undefined; tie: readonly number[] };

/** An order: by what, what a row has there, and what a cursor may hold, which comes from outside. */
type SortKey<Row> = {
  by: AnyColumn | SQL;
  of: (row: Row) => string | number;
  isValue: (value: unknown) => boolean;
};

export type ResourceSpec<Row> = Omit<Resource, 'page' | 'find' | 'sorts' | 'item' | 'internal'> & {
  internal?: readonly string[];
  item?: z.ZodObject;
  rows: Pick<TableRows<Row>, 'read'>;
  /** Cells under the names of the export, and what stands beside them here. */
  cells: Readonly<Record<string, (row: Row) => ExportCell>>;
  id: {
    of: (row: Row) => string | number;
    find: (id: string, reader: Reader, scope: Scope) => Promise<Key | null>;
  };
  /** Orders that an index has; rows that are equal in it follow by the columns `tie`. */
  sorts: Readonly<Record<string, SortKey<Row>>>;
  tie: readonly AnyColumn[];
  /** What one record has beyond its row in the list. */
  more?: (visit: ApiVisit, row: Row) => Promise<ApiRow>;
};

/** A resource from its rows: pages by key, so that rows that come in between shift nothing. */
export function resource<Row>(spec: ResourceSpec<Row>): Resource {
  const { rows, cells, sorts, id, more, internal = [] } = spec;
  const give = (row: Row, scope: Scope): ApiRow => {
    const isHidden = (name: string) => scope.kind === 'vendor' && internal.includes(name);
    const shown: ApiRow = { id: id.of(row) };
    for (const [name, of] of Object.entries(cells)) shown[name] = isHidden(name) ? null : of(row);
    return shown;
  };
  return {
    about: spec.about,
    needs: spec.needs,
    filters: spec.filters,
    internal,
    sorts: Object.keys(sorts),
    defaultSort: spec.defaultSort,
    row: spec.row,
    item: spec.item ?? spec.row,
    async page({ reader, scope, now }, { sort, dir, cursor, limit, filters }) {
      const order = sorts[sort];
      if (!order) throw new Error(`there is no order ${sort}`);
      const after =
        cursor === null ? undefined : await afterCursor(spec, cursor, { reader, scope, sort, dir });
      if (after === null) return null;
      const context = { today: dayOf(now), reader };
      const asked = await Promise.all(
        Object.entries(filters).map(async ([name, values]) =>
          spec.filters[name]?.condition(values, context),
        ),
      );
      const by = dir === 'asc' ? asc : desc;
      const found = await rows.read(reader, scope, {
        where: and(after, ...asked),
        orderBy: columnsOf(spec, order).map((column) => by(column)),
        limit: limit + 1,
      });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const next = last && {
        sort: signed(sort, dir),
        value: order.of(last),
        id: String(id.of(last)),
      };
      return { data: shown.map((row) => give(row, scope)), next: next ? writeCursor(next) : null };
    },
    async find(visit, text) {
      const { reader, scope } = visit;
      const key = await id.find(text, reader, scope);
      if (!key) return null;
      const [row] = await rows.read(reader, scope, { where: key.where, orderBy: [], limit: 1 });
      return row ? { ...give(row, scope), ...(await more?.(visit, row)) } : null;
    },
  };
}

/** What an order goes by, one after the other. */
function columnsOf<Row>({ tie }: Pick<ResourceSpec<Row>, 'tie'>, { by }: SortKey<Row>) {
  return tie.length === 1 && tie[0] === by ? [by] : [by, ...tie];
}

type At = { reader: Reader; scope: Scope; sort: string; dir: 'asc' | 'desc' };

/** The rows behind a cursor in its order; null where the cursor is of another order, or of none. */
async function afterCursor<Row>(
  spec: ResourceSpec<Row>,
  text: string,
  { reader, scope, sort, dir }: At,
): Promise<SQL | null> {
  const cursor = readCursor(text);
  const order = spec.sorts[sort];
  if (!cursor || !order || cursor.sort !== signed(sort, dir)) return null;
  if (!order.isValue(cursor.value)) return null;
  const key = await spec.id.find(cursor.id, reader, scope);
  if (!key) return null;
  const columns = columnsOf(spec, order);
  const values = columns.length === key.tie.length ? key.tie : [cursor.value, ...key.tie];
  const comma = sql`, `;
  const row = sql.join(
    columns.map((column) => sql`${column}`),
    comma,
  );
  const last = sql.join(
    values.map((value) => sql`${value}`),
    comma,
  );
  return dir === 'asc' ? sql`(${row}) > (${last})` : sql`(${row}) < (${last})`;
}

function signed(sort: string, dir: 'asc' | 'desc'): string {
  return dir === 'desc' ? `-${sort}` : sort;
}

/** The key of records that have one of their own. */
export function ownKey<Row>(column: AnyColumn, of: (row: Row) => number): ResourceSpec<Row>['id'] {
  return {
    of,
    find: (text) => {
      const id = Number(text);
      const isKey = /^\d{1,16}$/.test(text) && Number.isSafeInteger(id);
      return Promise.resolve(isKey ? { where: eq(column, id), tie: [id] } : null);
    },
  };
}

/** Rows in the order of a key, their own or another record's: the same whatever comes and goes. */
export function byKey<Row>(column: AnyColumn, of: (row: Row) => number): SortKey<Row> {
  return { by: column, of, isValue: (value) => Number.isSafeInteger(value) };
}

const LAST_PERIOD = 12 * 10_000;

export function byPeriod<Row>(column: AnyColumn, of: (row: Row) => number): SortKey<Row> {
  const isValue = (value: unknown) =>
    Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LAST_PERIOD;
  return { by: column, of, isValue };
}

export function byText<Row>(column: AnyColumn | SQL, of: (row: Row) => string): SortKey<Row> {
  const isValue = (value: unknown) => typeof value === 'string' && !value.includes('\0');
  return { by: column, of, isValue };
}

/** The filters that a reader may ask by: never by what is not shown to them. */
export function filtersFor({ filters, internal }: Resource, scope: Scope): Resource['filters'] {
  if (scope.kind !== 'vendor') return filters;
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !internal.includes(name)));
}
