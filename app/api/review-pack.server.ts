import { z } from 'zod';
import type { Pack } from '~/packs/pack';
import { sectionTitle } from '~/packs/show-value';
import { packValueText, packWordsText, type PackSpeech } from '~/packs/say-words';
import {
  agendaMinutes,
  isFigure,
  packParts,
  sectionIds,
  type AgendaItem,
  type PackBlock,
  type PackCell,
  type PackFigure,
  type PackValue,
} from '~/packs/section';
import { packOf } from '~/reviews/pack-queries.server';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import { decimal, instant, month, text } from './cells';
import type { ApiVisit } from './require-token.server';

const value = z
  .strictObject({
    kind: z.enum([
      'words',
      'name',
      'text',
      'vendor',
      'period',
      'date',
      'count',
      'measure',
      'money',
      'rating',
    ]),
    text: text.meta({ description: 'In the reader’s language' }),
    value: text.nullable().meta({ description: 'Exact, as it was kept; null is no data' }),
    unit: text.nullable().meta({ description: 'The unit of a measure, the currency of an amount' }),
  })
  .meta({ id: 'PackValue' });

const figure = z
  .strictObject({
    id: text,
    label: text,
    value,
    from: month,
    to: month,
    disputed: z.boolean(),
  })
  .meta({ id: 'PackFigure' });

const cell = value.extend({ figure: text.nullable() }).meta({ id: 'PackCell' });

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figures'), title: text, figures: z.array(figure) }),
  z.strictObject({
    kind: z.literal('table'),
    title: text,
    columns: z.array(text),
    rows: z.array(z.array(cell)),
  }),
  z.strictObject({
    kind: z.literal('series'),
    title: text,
    unit: text,
    target: decimal.nullable(),
    warning: decimal.nullable(),
    points: z.array(z.strictObject({ month, value: decimal.nullable(), breached: z.boolean() })),
  }),
  z.strictObject({ kind: z.literal('note'), text }),
]);

const section = z.strictObject({
  id: z.enum(sectionIds),
  title: text,
  agenda: z.enum(Object.keys(agendaMinutes) as [AgendaItem, ...AgendaItem[]]),
  exceptions: z.array(z.strictObject({ kind: z.enum(['changed', 'failed', 'late']), text })),
  blocks: z.array(block),
});

/** One part of a frozen pack: what both sides read, or what is ours alone and never given to outsiders. */
export const reviewPack = z
  .strictObject({
    part: z.enum(packParts),
    frozen: instant,
    sha256: text,
    as_of: instant,
    first_month: month,
    last_month: month,
    unnamed: z.int().min(0).meta({
      description: 'Vendors in it outside the reader’s reach, who stand there without their names',
    }),
    summary: z.array(text),
    sections: z.array(section),
  })
  .meta({ id: 'ReviewPack' });

/** The parts of a review's frozen pack that a reader may see; none before it is frozen. */
export async function packsFor({ reader, scope, t, locale }: ApiVisit, reviewId: number) {
  const kept = [
    await packOf(reader, scope, reviewId, 'shared'),
    await packOf(reader, scope, reviewId, 'internal'),
  ];
  return kept.flatMap((one) => (one ? [packInWords(one, { t, locale })] : []));
}

type KeptPack = NonNullable<Awaited<ReturnType<typeof packOf>>>;

function packInWords({ pack, unnamed, frozenAt, sha256 }: KeptPack, speech: PackSpeech) {
  return {
    part: pack.part,
    frozen: frozenAt,
    sha256,
    as_of: pack.asOf,
    first_month: formatPeriod(pack.firstPeriod),
    last_month: formatPeriod(pack.lastPeriod),
    unnamed,
    summary: pack.summary.map((words) => packWordsText(words, speech)),
    sections: pack.sections.map((one) => sectionInWords(one, speech)),
  };
}

function sectionInWords(
  { id, agenda, exceptions, blocks }: Pack['sections'][number],
  speech: PackSpeech,
) {
  return {
    id,
    title: sectionTitle(id, speech),
    agenda,
    exceptions: exceptions.map(({ kind, words }) => ({ kind, text: packWordsText(words, speech) })),
    blocks: blocks.map((one) => blockInWords(one, speech)),
  };
}

function blockInWords(given: PackBlock, speech: PackSpeech): z.output<typeof block> {
  if (given.kind === 'note') return { kind: 'note', text: packWordsText(given.words, speech) };
  const title = packWordsText(given.title, speech);
  switch (given.kind) {
    case 'figures':
      return {
        kind: 'figures',
        title,
        figures: given.figures.map((one) => figureInWords(one, speech)),
      };
    case 'table':
      return {
        kind: 'table',
        title,
        columns: given.columns.map(({ words }) => packWordsText(words, speech)),
        rows: given.rows.map(({ cells }) => cells.map((one) => cellInWords(one, speech))),
      };
    case 'series':
      return {
        kind: 'series',
        title,
        unit: given.unit,
        target: given.target,
        warning: given.warning,
        points: given.points.map(({ period, value: at, breached }) => ({
          month: formatPeriod(period),
          value: at,
          breached,
        })),
      };
  }
}

function figureInWords(
  { id, label, value: shown, from, to, disputed }: PackFigure,
  speech: PackSpeech,
) {
  return {
    id,
    label: packWordsText(label, speech),
    value: valueInWords(shown, speech),
    from: formatPeriod(from),
    to: formatPeriod(to),
    disputed: disputed ?? false,
  };
}

function cellInWords(given: PackCell, speech: PackSpeech) {
  const shown = isFigure(given) ? given.value : given;
  return { ...valueInWords(shown, speech), figure: isFigure(given) ? given.id : null };
}

function valueInWords(given: PackValue, speech: PackSpeech): z.output<typeof value> {
  return { kind: given.kind, text: packValueText(given, speech), ...exactly(given) };
}

/** A value as it was kept, with its unit. */
function exactly(given: PackValue): { value: string | null; unit: string | null } {
  switch (given.kind) {
    case 'words':
      return { value: given.words.key, unit: null };
    case 'name':
      return { value: given.en, unit: null };
    case 'text':
      return { value: given.text, unit: null };
    case 'vendor':
      return { value: given.name, unit: null };
    case 'period':
      return { value: formatPeriod(given.period), unit: null };
    case 'date':
      return { value: given.date, unit: null };
    case 'count':
      return { value: String(given.count), unit: null };
    case 'measure':
      return { value: given.value, unit: given.unit };
    case 'money':
      return {
        value: given.minor === null ? null : formatMinor(given.minor, given.currency),
        unit: given.currency,
      };
    case 'rating':
      return { value: given.rating, unit: null };
  }
}
