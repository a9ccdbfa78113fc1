import type { Language } from '~/locales/languages';

/** A column of a printed table; figures stand right-aligned. */
export type PrintedColumn = { header: string; align?: 'start' | 'end'; width?: 'auto' | 'rest' };

/** Where a figure comes from, in words, with its address. */
export type PrintedSource = { text: string; url: string };

/** What stands before a list of sources (`Sources: `), and between two of them. */
export type SourceWords = { lead: string; next: string };

/** One measure over months, drawn as a line against its target; `text` is what a reader sees, `value` what is drawn. */
export type PrintedChart = {
  kind: 'chart';
  title: string;
  /** What the line, its target and its warning are called. */
  names: { value: string; target: string; warning: string };
  points: readonly { label: string; value: string | null; text: string; breached: boolean }[];
  target: { value: string; text: string } | null;
  warning: { value: string; text: string } | null;
  source: PrintedSource;
};

export type PrintedTable = {
  kind: 'table';
  columns: readonly PrintedColumn[];
  rows: readonly (readonly string[])[];
  /** The last row, set apart. */
  total?: readonly string[];
  /** Where each row comes from. */
  sources?: readonly (PrintedSource | null)[];
};

/** Sentences of their own, each with a word before it that says of what kind it is. */
export type PrintedList = {
  kind: 'list';
  items: readonly { mark: string | null; text: string; source: PrintedSource | null }[];
};

export type PrintedBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'facts'; items: readonly { label: string; value: string }[] }
  | { kind: 'subheading'; text: string }
  | PrintedTable
  | PrintedList
  | PrintedChart;

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
  /** The page lies on its side: for wide tables. */
  wide?: boolean;
  sourceWords?: SourceWords;
  blocks: readonly PrintedBlock[];
};
