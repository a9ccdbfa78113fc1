import { defineConfig } from 'drizzle-kit';

// `ENGINE=postgres` writes the PostgreSQL migrations, anything else the SQLite ones: one schema, two sets.
const postgres = process.env['ENGINE'] === 'postgres';

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  casing: 'snake_case',
  // `MIGRATIONS`: a copy to try them on, see scripts/check-migrations.mjs.
  out: `${process.env['MIGRATIONS'] ?? './db/migrations'}/${postgres ? 'postgres' : 'sqlite'}`,
});
