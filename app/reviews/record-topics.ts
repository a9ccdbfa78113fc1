import { agendaTitle, figuresOf } from '~/packs/show-value';
import { packValueText, packWordsText, type PackSpeech } from '~/packs/say-words';
import type { Pack } from '~/packs/pack';
import { agendaItems } from '~/packs/section';
import type { PrintedBlock } from '~/print/printed-document';
import type { SlideTopic } from '~/print/slide-deck';
import { formatDate } from '~/shared/format';
import { spokenBy } from '~/shared/spoken-by';
import type { PaperRecord } from './paper-record';

/** What the meeting left behind, each kind under a title of its own; a kind of which there is nothing is left out. */
export function recordTopics(record: PaperRecord, pack: Pack, speech: PackSpeech): SlideTopic[] {
  const { t } = speech;
  const topics: [string, PrintedBlock | null][] = [
    [t('reviews:ratings.title'), ratingTable(record, pack, speech)],
    [t('reviews:record.notes'), noteList(record, speech)],
    [t('reviews:decision.list'), decisionList(record, speech)],
    [t('reviews:around.actions'), actionTable(record, speech)],
    [t('reviews:signature.list'), signatureTable(record, speech)],
  ];
  return topics.flatMap(([title, block]) =>
    block === null ? [] : [{ title, aside: t('reviews:record.title'), blocks: [block] }],
  );
}

/** The ratings that were confirmed or overruled, those of figures that this part of the pack has. */
function ratingTable(
  { ratings }: PaperRecord,
  pack: Pack,
  speech: PackSpeech,
): PrintedBlock | null {
  const { t } = speech;
  const labels = new Map(figuresOf(pack.sections).map(({ id, label }) => [id, label]));
  const rating = (value: PaperRecord['ratings'][number]['computed']) =>
    packValueText({ kind: 'rating', rating: value }, speech);
  const rows = ratings.flatMap(({ figureId, computed, rating: decided, reason }) => {
    const label = labels.get(figureId);
    if (!label) return [];
    return [[packWordsText(label, speech), rating(computed), rating(decided), reason ?? '']];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    columns: [
      { header: t('papers:column.figure') },
      { header: t('papers:column.computed') },
      { header: t('papers:column.decided') },
      { header: t('common:column.reason') },
    ],
    rows,
  };
}

function noteList({ notes }: PaperRecord, speech: PackSpeech): PrintedBlock | null {
  const items = agendaItems.flatMap((item) =>
    notes
      .filter(({ agenda, text }) => agenda === item && text.trim() !== '')
      .map(({ text }) => ({ mark: agendaTitle(item, speech), text, source: null })),
  );
  return items.length === 0 ? null : { kind: 'list', items };
}

function decisionList({ decisions }: PaperRecord, { t }: PackSpeech): PrintedBlock | null {
  if (decisions.length === 0) return null;
  return {
    kind: 'list',
    items: decisions.map(({ kind, text }) => ({
      mark: t(`reviews:decision.kinds.${kind}`),
      text,
      source: null,
    })),
  };
}

function actionTable({ actions }: PaperRecord, { t, locale }: PackSpeech): PrintedBlock | null {
  if (actions.length === 0) return null;
  return {
    kind: 'table',
    columns: [
      { header: t('actions:column.title') },
      { header: t('common:column.owner') },
      { header: t('common:column.due') },
      { header: t('common:column.status') },
    ],
    rows: actions.map(({ title, owner, side, dueOn, state }) => [
      title ?? '',
      spokenBy(t, owner, t(`common:side.${side}`)),
      dueOn === null ? '–' : formatDate(dueOn, locale),
      t(`actions:state.${state}`),
    ]),
  };
}

function signatureTable(
  { signatures }: PaperRecord,
  { t, locale }: PackSpeech,
): PrintedBlock | null {
  if (signatures.length === 0) return null;
  return {
    kind: 'table',
    columns: [
      { header: t('common:column.status') },
      { header: t('papers:column.person') },
      { header: t('papers:column.day') },
      { header: t('papers:column.comment') },
    ],
    rows: signatures.map(({ side, state, person, comment, signedOn }) => [
      t(`reviews:signature.${state}`, { side: t(`common:side.${side}`) }),
      person ?? '–',
      formatDate(signedOn, locale),
      comment ?? '',
    ]),
  };
}
