import { packCellText, packSpanText, sectionTitle } from '~/packs/show-value';
import { packValueText, packWordsText, type PackSpeech } from '~/packs/say-words';
import {
  isFigure,
  type PackBlock,
  type PackCell,
  type PackFigure,
  type PackSection,
  type PackSource,
  type PackValue,
} from '~/packs/section';
import type { PrintedBlock, PrintedSource } from '~/print/printed-document';
import { formatMonth } from '~/shared/format';

export type PaperVoice = {
  speech: PackSpeech;
  address: string;
  /** What the store tells otherwise now, by the ids of figures. */
  restated: ReadonlyMap<string, PackValue>;
};

/** A section of a pack as it is printed: each of its blocks under the section's name and its own. */
export function sectionBlocks(section: PackSection, voice: PaperVoice): PrintedBlock[] {
  const name = sectionTitle(section.id, voice.speech);
  return section.blocks.flatMap((block) => printedBlocks(block, name, voice));
}

/** Where a figure comes from in words, with the address of its page. */
export function sourceOf(
  { path, words }: PackSource,
  { speech, address }: Pick<PaperVoice, 'speech' | 'address'>,
): PrintedSource {
  return { text: packWordsText(words, speech), url: `${address}${path}` };
}

function printedBlocks(block: PackBlock, name: string, voice: PaperVoice): PrintedBlock[] {
  const { speech } = voice;
  const words = (text: Parameters<typeof packWordsText>[0]) => packWordsText(text, speech);
  const headed = (title: Parameters<typeof packWordsText>[0]): PrintedBlock => {
    const own = words(title);
    return { kind: 'subheading', text: own === name ? own : `${name} · ${own}` };
  };
  switch (block.kind) {
    case 'figures':
      return [headed(block.title), figureTable(block.figures, voice)];
    case 'table':
      return [
        headed(block.title),
        block.rows.length === 0
          ? { kind: 'text', text: words(block.empty), quiet: true }
          : {
              kind: 'table',
              columns: block.columns.map((column) => ({
                header: words(column.words),
                ...(column.align && { align: column.align }),
              })),
              rows: block.rows.map(({ cells }) =>
                cells.map((cell, at) => cellText(cell, voice, block.columns[at]?.align)),
              ),
              sources: block.rows.map(({ source }) => source && sourceOf(source, voice)),
            },
      ];
    case 'series':
      return [seriesChart(block, voice)];
    case 'note':
      return [{ kind: 'text', text: words(block.words) }];
  }
}

function figureTable(figures: readonly PackFigure[], voice: PaperVoice): PrintedBlock {
  const { speech } = voice;
  return {
    kind: 'table',
    columns: [
      { header: speech.t('papers:column.figure') },
      { header: speech.t('papers:column.months') },
      { header: speech.t('papers:column.value'), align: 'end' },
    ],
    rows: figures.map((figure) => [
      packWordsText(figure.label, speech),
      packSpanText(figure.from, figure.to, speech),
      cellText(figure, voice),
    ]),
    sources: figures.map(({ source }) => sourceOf(source, voice)),
  };
}

/** A cell in words; a figure that was restated says what it is now, and one that the vendor disputes says so. */
function cellText(cell: PackCell, { speech, restated }: PaperVoice, align?: 'end'): string {
  const text = packCellText(cell, speech, align);
  if (!isFigure(cell)) return text;
  const now = restated.get(cell.id);
  const figure =
    now === undefined
      ? text
      : speech.t('papers:restated.figure', { figure: text, now: packCellText(now, speech, align) });
  return cell.disputed ? speech.t('papers:disputed', { figure }) : figure;
}

function seriesChart(
  { title, unit, points, target, warning, source }: Extract<PackBlock, { kind: 'series' }>,
  voice: PaperVoice,
): PrintedBlock {
  const { speech } = voice;
  const text = (value: string | null) => packValueText({ kind: 'measure', value, unit }, speech);
  const level = (value: string | null) => (value === null ? null : { value, text: text(value) });
  return {
    kind: 'chart',
    title: packWordsText(title, speech),
    names: {
      value: speech.t('papers:chart.value'),
      target: speech.t('papers:chart.target'),
      warning: speech.t('papers:chart.warning'),
    },
    points: points.map(({ period, value, breached }) => ({
      label: formatMonth(period, speech.locale),
      value,
      text: text(value),
      breached,
    })),
    target: level(target),
    warning: level(warning),
    source: sourceOf(source, voice),
  };
}
