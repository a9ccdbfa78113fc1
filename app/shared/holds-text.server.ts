import { or, sql, type AnyColumn, type SQL } from 'drizzle-orm';

type Text = AnyColumn | SQL;

/**
 * That one of the texts holds what is looked for, whatever its case; no condition where nothing is looked for. What
 * patterns are made of (`%`, `_`, `\`) stands for itself. The engine lowers both sides: SQLite knows the case of A to Z
 * alone, and finds `Ä` as it was typed.
 */
export function holdsText(search: string, ...texts: Text[]): SQL | undefined {
  if (search === '') return undefined;
  return or(...texts.map((text) => isLike(text, `%${literal(search)}%`)));
}

/** That a text ends in another, whatever its case. */
export function endsInText(ending: string, text: Text): SQL {
  return isLike(text, `%${literal(ending)}`);
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function isLike(text: Text, pattern: string): SQL {
  return sql`lower(${text}) like lower(${pattern}) escape '\\'`;
}
