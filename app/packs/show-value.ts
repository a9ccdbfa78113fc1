import { formatMonth } from '~/shared/format';
import type { Pack } from './pack';
import { yearOf, type Period } from '~/shared/period';
import { lastMonthOf, quarterNumber, quarterOf } from './quarter';
import { packValueText, packWordsText, type PackSpeech } from './say-words';
import {
  isFigure,
  type AgendaItem,
  type PackBlock,
  type PackCell,
  type PackException,
  type PackFigure,
  type PackSection,
  type SectionId,
} from './section';

/** A cell of a table in words, be it a plain value or a figure; those of a column of figures end alike. */
export function packCellText(cell: PackCell, speech: PackSpeech, align?: 'end'): string {
  const inColumn = align === 'end';
  return packValueText(isFigure(cell) ? cell.value : cell, speech, { inColumn });
}

/** A figure with its name: `On-time arrival: 79.97%`. */
export function packFigureText({ label, value }: PackFigure, speech: PackSpeech): string {
  const separator = speech.locale === 'zh-CN' ? '：' : ': ';
  return `${packWordsText(label, speech)}${separator}${packValueText(value, speech)}`;
}

/** The months that a figure is of: `Dec 2022`, `Oct 2022 – Dec 2022`; a whole quarter by its name. */
export function packSpanText(from: Period, to: Period, { locale, t }: PackSpeech): string {
  if (from === to) return formatMonth(from, locale);
  if (from === quarterOf(from) && to === lastMonthOf(from)) return quarterText(from, { t });
  return `${formatMonth(from, locale)} – ${formatMonth(to, locale)}`;
}

/** A quarter by its first month: `2022 Q4`, as each language writes it. */
export function quarterText(first: Period, { t }: Pick<PackSpeech, 't'>): string {
  return t('reviews:quarter', { year: yearOf(first), quarter: quarterNumber(first) });
}

/** The headings under which every form of a pack is read. */
export function sectionTitle(id: SectionId, { t }: PackSpeech): string {
  return t(`reviews:section.${id}`);
}

export function agendaTitle(item: AgendaItem, { t }: PackSpeech): string {
  return t(`reviews:agenda.${item}`);
}

/** Why a sentence stands on the first page: something changed, failed, or is promised and late. */
export function exceptionTitle({ kind }: Pick<PackException, 'kind'>, { t }: PackSpeech): string {
  return t(`reviews:exception.${kind}`);
}

/** Every figure that blocks point at, in the order in which they are read. */
export function figuresOf(sections: readonly PackSection[]): PackFigure[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(figuresOfBlock));
}

function figuresOfBlock(block: PackBlock): PackFigure[] {
  if (block.kind === 'figures') return [...block.figures];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ cells }) => cells.filter(isFigure));
}

/** The ratings of the quarter under review, which the meeting confirms or overrules: the vendor's own, and each KPI's. */
export function ratedFigures({ quarter, sections }: Pick<Pack, 'quarter' | 'sections'>) {
  return figuresOf(sections).flatMap((figure) =>
    figure.value.kind === 'rating' && figure.from === quarter
      ? [{ ...figure, rating: figure.value.rating }]
      : [],
  );
}
