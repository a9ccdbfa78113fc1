import { defineConfig } from 'drizzle-kit';

// `ENGINE=postgres` writes the PostgreSQL migrations, anything else the SQLite ones: one schema, two sets.
const postgres = process.env['ENGINE'] === 'postgres';

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  casing: 'snake_case',
  out: postgres ? './db/migrations/postgres' : './db/migrations/sqlite',
});
