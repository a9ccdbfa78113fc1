/** A record of a register with its names in both languages. */
export type Named = { nameEn: string; nameZh: string };

/** Its name in the reader's language. */
export function nameFor(record: Named, locale: string): string {
  return locale === 'zh-CN' ? record.nameZh : record.nameEn;
}

/** Its name in the reader's language; its code where it has none. */
export function nameOrCode(record: Named & { code: string }, locale: string): string {
  return nameFor(record, locale) || record.code;
}
