import { packValueText, type PackSpeech } from '~/packs/say-words';
import { isFigure, type PackBlock } from '~/packs/section';
import { packCellText } from '~/packs/show-value';

/** Every figure and every point of a course, as pages and papers write them where they stand. */
export function valuesOf(
  sections: readonly { blocks: readonly PackBlock[] }[],
  speech: PackSpeech,
): string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => valuesIn(block, speech)));
}

function valuesIn(block: PackBlock, speech: PackSpeech): string[] {
  switch (block.kind) {
    case 'figures':
      return block.figures.map((figure) => packCellText(figure, speech));
    case 'table':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell, at) =>
          isFigure(cell) ? [packCellText(cell, speech, block.columns[at]?.align)] : [],
        ),
      );
    case 'series':
      return block.points.map(({ value }) =>
        packValueText({ kind: 'measure', value, unit: block.unit }, speech),
      );
    case 'note':
      return [];
  }
}
