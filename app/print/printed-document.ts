import type { Language } from '~/locales/languages';

/** A column of a printed table; figures stand right-aligned. */
export type PrintedColumn = { header: string; align?: 'start' | 'end'; width?: 'auto' | 'rest' };

export type PrintedBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'facts'; items: readonly { label: string; value: string }[] }
  | {
      kind: 'table';
      columns: readonly PrintedColumn[];
      rows: readonly (readonly string[])[];
      /** The last row, set apart. */
      total?: readonly string[];
    };

/** What is printed, in words of one language: a title, its blocks, and what stands on every page. */
export type PrintedDocument = {
  language: Language;
  title: string;
  subtitle?: string;
  /** At the top of every page: what the document is, in a few words. */
  header: string;
  /** At the foot of every page, left of the page number: when and from what it was made. */
  footer: string;
  /** `Page {page} of {pages}`, in the language. */
  pageWords: string;
  blocks: readonly PrintedBlock[];
};

/** Renders a document; the server does it in a thread of its own. */
export type Print = (document: PrintedDocument) => Promise<Uint8Array>;
