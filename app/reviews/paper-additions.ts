import { packValueText, packWordsText, type PackSpeech } from '~/packs/say-words';
import type { Pack } from '~/packs/pack';
import { figuresOf, packSpanText, sectionTitle } from '~/packs/show-value';
import { sectionIds, type PackValue } from '~/packs/section';
import type { PrintedBlock } from '~/print/printed-document';
import type { SlideTopic } from '~/print/slide-deck';
import { formatDate } from '~/shared/format';
import { spokenBy } from '~/shared/spoken-by';
import type { itemKinds, Side } from './record';

/** What stands beside a frozen pack and is not in it: restated figures, comments, and what was brought to the meeting. */
export type PaperAdditions = {
  /** The day as of which the store was asked what it tells otherwise now, `YYYY-MM-DD`. */
  askedOn: string;
  restated: ReadonlyMap<string, PackValue>;
  comments: readonly {
    sectionId: string;
    figureId: string | null;
    side: Side;
    person: string | null;
    text: string;
    writtenAt: string;
  }[];
  items: readonly {
    kind: (typeof itemKinds)[number];
    side: Side;
    title: string;
    details: string | null;
  }[];
};

/** The same as one topic before the points of the agenda; none where nothing was added. */
export function additionTopics(
  pack: Pack,
  additions: PaperAdditions,
  speech: PackSpeech,
): SlideTopic[] {
  const blocks = [
    ...restatedBlocks(pack, additions, speech),
    ...commentBlocks(pack, additions, speech),
    ...itemBlocks(additions, speech),
  ];
  return blocks.length === 0 ? [] : [{ title: speech.t('papers:since'), aside: null, blocks }];
}

/** Old and new side by side: the pack keeps what it was frozen with. */
function restatedBlocks(
  pack: Pack,
  { restated, askedOn }: PaperAdditions,
  speech: PackSpeech,
): PrintedBlock[] {
  const { t, locale } = speech;
  const rows = figuresOf(pack.sections).flatMap(({ id, label, value, from, to, source }) => {
    const now = restated.get(id);
    if (now === undefined) return [];
    return [
      [
        packWordsText(label, speech),
        packSpanText(from, to, speech),
        packValueText(value, speech),
        packValueText(now, speech),
        packWordsText(source.words, speech),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'subheading',
      text: t('papers:restated.title', { date: formatDate(askedOn, locale) }),
    },
    {
      kind: 'table',
      columns: [
        { header: t('papers:column.figure') },
        { header: t('papers:column.months') },
        { header: t('papers:column.frozen'), align: 'end' },
        { header: t('papers:column.now'), align: 'end' },
        { header: t('common:column.source') },
      ],
      rows,
    },
  ];
}

function commentBlocks(
  pack: Pack,
  { comments }: PaperAdditions,
  speech: PackSpeech,
): PrintedBlock[] {
  if (comments.length === 0) return [];
  const { t, locale } = speech;
  const figures = new Map(figuresOf(pack.sections).map((figure) => [figure.id, figure]));
  const subject = ({ sectionId, figureId }: (typeof comments)[number]): string => {
    const figure = figures.get(figureId ?? '');
    if (figure)
      return `${packWordsText(figure.label, speech)}, ${packSpanText(figure.from, figure.to, speech)}`;
    const section = sectionIds.find((id) => id === sectionId);
    return section ? sectionTitle(section, speech) : '';
  };
  return [
    { kind: 'subheading', text: t('papers:comments') },
    {
      kind: 'table',
      columns: [
        { header: t('papers:column.day') },
        { header: t('papers:column.side') },
        { header: t('papers:column.subject') },
        { header: t('papers:column.comment') },
      ],
      rows: comments.map((comment) => [
        formatDate(comment.writtenAt.slice(0, 10), locale),
        spokenBy(speech.t, comment.person, speech.t(`common:side.${comment.side}`)),
        subject(comment),
        comment.text,
      ]),
    },
  ];
}

function itemBlocks({ items }: PaperAdditions, { t }: PackSpeech): PrintedBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'subheading', text: t('reviews:item.title') },
    {
      kind: 'table',
      columns: [
        { header: t('papers:column.side') },
        { header: t('papers:column.kind') },
        { header: t('reviews:item.name') },
        { header: t('reviews:item.details') },
      ],
      rows: items.map(({ side, kind, title, details }) => [
        t(`common:side.${side}`),
        t(`reviews:item.kinds.${kind}`),
        title,
        details ?? '',
      ]),
    },
  ];
}
