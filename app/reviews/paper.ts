import type { TFunction } from 'i18next';
import type { Language } from '~/locales/languages';
import { agendaTitle, exceptionTitle, quarterText } from '~/packs/show-value';
import { packWordsText, type PackSpeech } from '~/packs/say-words';
import type { Pack } from '~/packs/pack';
import { agendaItems, agendaMinutes } from '~/packs/section';
import type { PrintedBlock, PrintedDocument, PrintedSource } from '~/print/printed-document';
import type { SlideDeck, SlideTopic } from '~/print/slide-deck';
import { formatDate, formatInstant } from '~/shared/format';
import { additionTopics, type PaperAdditions } from './paper-additions';
import { sectionBlocks, sourceOf } from './paper-blocks';
import type { PaperRecord } from './paper-record';
import { recordTopics } from './record-topics';

/** A frozen pack, what was added to it since, and once the meeting was held its record, with what every page says. */
export type Paper = {
  pack: Pack;
  /** Vendors in it that the reader does not reach, and reads without their names. */
  unnamed: number;
  sha256: string;
  frozenAt: string;
  review: { meetsAt: string; timeZone: string; place: string | null; owner: string | null };
  record: PaperRecord | null;
  additions: PaperAdditions;
  /** The portal's address, before the path of every source. */
  address: string;
};

/** From so many columns on a page lies on its side. */
const WIDE_COLUMNS = 6;
/** Signs of the pack's hash at the foot: enough to tell one pack from another. */
const SHOWN_SIGNS = 12;

/** The pack and the record as pages, in one language. */
export function paperPages(paper: Paper, language: Language, t: TFunction): PrintedDocument {
  const speech = { t, locale: language };
  const title = titleOf(paper, speech);
  const topics = topicsOf(paper, speech);
  return {
    language,
    title,
    subtitle: paper.pack.vendor.name,
    header: [t('common:product'), title, paper.pack.vendor.name, ...internalWords(paper, t)].join(
      ' · ',
    ),
    footer: footerOf(paper, speech),
    pageWords: t('papers:page', { page: '{page}', pages: '{pages}' }),
    sourceWords: { lead: t('papers:sources'), next: t('papers:nextSource') },
    wide: topics.some(({ blocks }) => blocks.some(isWide)),
    blocks: [
      ...factsOf(paper, speech).map((text) => ({ kind: 'text' as const, text, quiet: true })),
      ...topics.flatMap(({ title: text, aside, blocks }): PrintedBlock[] => [
        { kind: 'heading', text: aside === null ? text : `${text} · ${aside}` },
        ...blocks,
      ]),
    ],
  };
}

/** The pack and the record as slides, in one language. */
export function paperSlides(paper: Paper, language: Language, t: TFunction): SlideDeck {
  const speech = { t, locale: language };
  return {
    language,
    title: titleOf(paper, speech),
    subtitle: paper.pack.vendor.name,
    facts: [...internalWords(paper, t), ...factsOf(paper, speech)],
    footer: [paper.pack.vendor.name, ...internalWords(paper, t), footerOf(paper, speech)].join(
      ' · ',
    ),
    sourceWords: { lead: t('papers:sources'), next: t('papers:nextSource') },
    topics: topicsOf(paper, speech),
  };
}

function titleOf({ pack }: Paper, speech: PackSpeech): string {
  return speech.t('papers:title', { quarter: quarterText(pack.quarter, speech) });
}

function internalWords({ pack }: Paper, t: TFunction): string[] {
  return pack.part === 'internal' ? [t('papers:internal')] : [];
}

function footerOf({ pack, sha256 }: Paper, { t, locale }: PackSpeech): string {
  return t('papers:footer', {
    date: formatDate(pack.asOf, locale),
    hash: sha256.slice(0, SHOWN_SIGNS),
  });
}

function factsOf({ review, frozenAt, unnamed }: Paper, { t, locale }: PackSpeech): string[] {
  const { meetsAt, timeZone, place, owner } = review;
  return [
    t('papers:meeting', { time: formatInstant(meetsAt, timeZone, locale), zone: timeZone }),
    ...(place === null ? [] : [t('papers:place', { place })]),
    ...(owner === null ? [] : [t('papers:lead', { owner })]),
    t('papers:frozen', { date: formatDate(frozenAt, locale) }),
    ...(unnamed === 0 ? [] : [t('reviews:internal.unnamed', { count: unnamed })]),
  ];
}

function isWide(block: PrintedBlock): boolean {
  return block.kind === 'table' && block.columns.length > WIDE_COLUMNS;
}

/** What is talked about in its order: exceptions, the summary, the points of the agenda, and what the meeting decided. */
function topicsOf(paper: Paper, speech: PackSpeech): SlideTopic[] {
  const { pack, record, address } = paper;
  const link = (source: Parameters<typeof sourceOf>[0]) => sourceOf(source, { speech, address });
  return [
    exceptionTopic(pack, speech, link),
    ...(pack.summary.length === 0
      ? []
      : [
          {
            title: speech.t('reviews:pack.summary'),
            aside: null,
            blocks: pack.summary.map((words) => ({
              kind: 'text' as const,
              text: packWordsText(words, speech),
            })),
          },
        ]),
    ...additionTopics(pack, paper.additions, speech),
    ...agendaTopics(paper, speech),
    ...(record === null ? [] : recordTopics(record, pack, speech)),
  ];
}

function exceptionTopic(
  { exceptions }: Pack,
  speech: PackSpeech,
  link: (source: Parameters<typeof sourceOf>[0]) => PrintedSource,
): SlideTopic {
  const items = exceptions.map((exception) => ({
    mark: exceptionTitle(exception, speech),
    text: packWordsText(exception.words, speech),
    source: exception.source && link(exception.source),
  }));
  return {
    title: speech.t('reviews:pack.exceptions'),
    aside: null,
    blocks:
      items.length > 0
        ? [{ kind: 'list', items }]
        : [{ kind: 'text', text: speech.t('reviews:pack.noExceptions') }],
  };
}

function agendaTopics({ pack, address, additions }: Paper, speech: PackSpeech): SlideTopic[] {
  const voice = { speech, address, restated: additions.restated };
  return agendaItems.flatMap((item) => {
    const sections = pack.sections.filter(({ agenda }) => agenda === item);
    if (sections.length === 0) return [];
    return [
      {
        title: agendaTitle(item, speech),
        aside: speech.t('reviews:around.minutes', { count: agendaMinutes[item] }),
        blocks: sections.flatMap((section) => sectionBlocks(section, voice)),
      },
    ];
  });
}
