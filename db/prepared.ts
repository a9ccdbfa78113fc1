import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import { engine } from './columns';
import type { Reader } from './store.server';

/** What drizzle builds: awaited it answers once, prepared it may be asked again. */
type Built<Row> = PromiseLike<Row[]> & {
  prepare: () => { execute: (values: Record<string, unknown>) => unknown };
};

/**
 * A question that pages ask again and again, built once for each reader: to build one takes longer than to answer it. Its
 * words are always the same; each asking fills the places named with values as the driver takes them.
 */
export function prepared<Row, Name extends string = never>(
  names: readonly Name[],
  build: (reader: Reader, places: Record<Name, Placeholder>) => Built<Row>,
): (reader: Reader, values: Record<Name, string | number>) => Promise<Row[]> {
  const places = {} as Record<Name, Placeholder>;
  for (const name of names) places[name] = sql.placeholder(name);
  const known = new WeakMap<Reader, ReturnType<Built<Row>['prepare']>>();
  return async (reader, values) => {
    const question = known.get(reader) ?? build(reader, places).prepare();
    known.set(reader, question);
    return (await question.execute(values)) as Row[];
  };
}

/** The keys in a place that is filled with `JSON.stringify(keys)`: one value to bind, however many keys there are. */
export function keysIn(place: Placeholder): SQL {
  return engine === 'sqlite'
    ? sql`(select value from json_each(${place}))`
    : sql`(select value::bigint from json_array_elements_text(cast(${place} as json)))`;
}
