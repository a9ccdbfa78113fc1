/**
 * One schema, two engines: every constructor here is typed as drizzle's SQLite builder and hands out the
 * PostgreSQL one when the store is PostgreSQL. Nothing else in the schema knows the engine.
 */
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

export type Engine = 'sqlite' | 'postgres';

/** `DATABASE_URL` chooses the engine of a process; `ENGINE` that of the migration generator. */
export const engine: Engine =
  process.env['ENGINE'] === 'postgres' || process.env['DATABASE_URL']?.startsWith('postgres')
    ? 'postgres'
    : 'sqlite';

function choose<Builder>(sqlite: () => Builder, postgres: () => unknown): Builder {
  return engine === 'sqlite' ? sqlite() : (postgres() as Builder);
}

export const table = choose(
  () => lite.sqliteTable,
  () => pg.pgTable,
);
/** A table under another name, where a query needs it twice. */
export const alias = choose(
  () => lite.alias,
  () => pg.alias,
);
export const index = choose(
  () => lite.index,
  () => pg.index,
);
export const uniqueIndex = choose(
  () => lite.uniqueIndex,
  () => pg.uniqueIndex,
);
export const primaryKey = choose(
  () => lite.primaryKey,
  () => pg.primaryKey,
);

/** Randomness is drawn for many ids at once: each draw costs as much as a hundred ids. */
const random = new Uint32Array(512);
let drawn = random.length;

/** A random id of 53 bits, 52 of them random: safe as a JavaScript number, not to be guessed from its neighbours. */
export function randomId(): number {
  if (drawn >= random.length) {
    crypto.getRandomValues(random);
    drawn = 0;
  }
  const [high = 0, low = 0] = random.subarray(drawn, (drawn += 2));
  return 2 ** 52 + (high % 2 ** 20) * 2 ** 32 + low;
}

/**
 * Keys that follow one another from a random one on, for many rows that have no URL: the store writes them side by side,
 * where random ones would touch a page each.
 */
export function neighbouringIds(): () => number {
  let next = randomId();
  return () => next++;
}

const bigInteger = () => pg.bigint({ mode: 'number' });

/** The key of a record: random, so that a URL betrays nothing. */
export const id = () =>
  choose(
    () => lite.integer(),
    () => bigInteger(),
  )
    .primaryKey()
    .$defaultFn(randomId);

/** A key that counts upwards, for rows that have an order and no URL. */
export const sequence = () =>
  choose(
    () => lite.integer().primaryKey({ autoIncrement: true }),
    () => pg.bigserial({ mode: 'number' }).primaryKey(),
  );

/** The key of another record; chain `.references(() => other.id)`. */
export const ref = () =>
  choose(
    () => lite.integer(),
    () => bigInteger(),
  );

export const integer = () =>
  choose(
    () => lite.integer(),
    () => pg.integer(),
  );

/** Money in minor units of the currency that stands beside it. */
export const minorUnits = () =>
  choose(
    () => lite.integer(),
    () => bigInteger(),
  );

/** A month as months since year 0, see `app/shared/period.ts`. */
export const period = () => integer();

export const boolean = () =>
  choose(
    () => lite.integer({ mode: 'boolean' }),
    () => pg.boolean(),
  );

export const text = <const Words extends readonly [string, ...string[]]>(vocabulary?: Words) =>
  choose(
    () => lite.text({ ...(vocabulary && { enum: vocabulary }) } as { enum: Words }),
    () => pg.text({ ...(vocabulary && { enum: vocabulary }) } as { enum: Words }),
  );

const words = () =>
  choose(
    () => lite.text(),
    () => pg.text(),
  );

/** A decimal written out, exact: KPI values, rates, percentages. */
export const decimal = words;
/** `YYYY-MM-DD` */
export const date = words;
/** ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const instant = words;

export const json = <Value>() =>
  choose(
    () => lite.text({ mode: 'json' }).$type<Value>(),
    () => pg.jsonb().$type<Value>(),
  );
