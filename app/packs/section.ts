import type { Period } from '~/shared/period';

/**
 * The shape in which an area of the product contributes to a review pack. A pack is frozen once and read for years, in
 * two languages, as a page, a PDF, slides and JSON: a section therefore names words by key and carries values as they are
 * stored, never formatted. Nothing in it has to be looked up again.
 */
export type PackSection = {
  id: SectionId;
  /** `internal` sections are frozen apart and never leave our side. */
  part: PackPart;
  /** The point of the agenda under which the section is talked about. */
  agenda: AgendaItem;
  /** What changed, failed, or is promised and late, the gravest first: they open the pack. */
  exceptions: readonly PackException[];
  blocks: readonly PackBlock[];
};

export const packParts = ['shared', 'internal'] as const;
export type PackPart = (typeof packParts)[number];

export const sectionIds = [
  'kpis',
  'failures',
  'credits',
  'disputes',
  'changes',
  'spend',
  'dates',
  'certificates',
  'satisfaction',
  'shared_risks',
  'suggestions',
  'actions',
  'risks',
  'fallback',
  'backtests',
  'internal_notes',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** The agenda of a review with its minutes. */
export const agendaMinutes = {
  sla: 15,
  incidents: 10,
  changes: 10,
  compliance: 5,
  risks: 5,
  escalations: 10,
  actions: 5,
} as const;
export type AgendaItem = keyof typeof agendaMinutes;
export const agendaItems = Object.keys(agendaMinutes) as AgendaItem[];

/** Words of the locale file `packs` with the values that they need. */
export type PackWords = { key: string; params?: Readonly<Record<string, PackValue>> };

/** Where a figure can be looked up: a path of the portal, and what it is in words. */
export type PackSource = { path: string; words: PackWords };

/** A value as it was stored on the day of the freeze; `null` is "no data", never zero. */
export type PackValue =
  | { kind: 'words'; words: PackWords }
  | { kind: 'name'; en: string; zh: string }
  /** As a person wrote it, in whatever language. */
  | { kind: 'text'; text: string }
  /** Another vendor by the name that it had; who does not reach it reads of another vendor. */
  | { kind: 'vendor'; vendorId: number; name: string }
  | { kind: 'period'; period: Period }
  | { kind: 'date'; date: string }
  | { kind: 'count'; count: number }
  /** A decimal written out, unrounded, in the unit of its KPI (`percent`, `hours`, …). */
  | { kind: 'measure'; value: string | null; unit: string }
  | { kind: 'money'; minor: number | null; currency: string }
  | { kind: 'rating'; rating: PackRating | null };

export const packRatings = ['good', 'approaching', 'improve', 'inadequate'] as const;
export type PackRating = (typeof packRatings)[number];

/** A value that can be pointed at: commented on, and compared with what the store says later. */
export type PackFigure = {
  /** The same for the same figure whenever it is gathered: `kpis/ON_TIME_ARRIVAL/-/2022-12`. */
  id: string;
  label: PackWords;
  value: PackValue;
  /** The month, or the first and last month, that it is of. */
  from: Period;
  to: Period;
  source: PackSource;
  /** The vendor disputes what it rests on. */
  disputed?: boolean;
};

/** A sentence of the first page; a lower weight is graver (1 gravest to 9). */
export type PackException = {
  kind: 'changed' | 'failed' | 'late';
  weight: number;
  words: PackWords;
  source: PackSource | null;
};

export type PackCell = PackValue | PackFigure;

export type PackBlock =
  | { kind: 'figures'; title: PackWords; figures: readonly PackFigure[] }
  | {
      kind: 'table';
      title: PackWords;
      columns: readonly { words: PackWords; align?: 'end' }[];
      rows: readonly { cells: readonly PackCell[]; source: PackSource | null }[];
      /** What stands in the place of no rows. */
      empty: PackWords;
    }
  | {
      /** One KPI over the months of the pack, drawn as a line against its target. */
      kind: 'series';
      title: PackWords;
      unit: string;
      direction: 'higher' | 'lower';
      target: string | null;
      warning: string | null;
      points: readonly { period: Period; value: string | null; breached: boolean }[];
      source: PackSource;
    }
  | { kind: 'note'; words: PackWords };

export function isFigure(cell: PackCell): cell is PackFigure {
  return 'id' in cell;
}
