import { said, words } from '~/packs/pack-value';
import { inQuarter } from '~/packs/quarter';
import { figuresOf } from '~/packs/show-value';
import { isWorse } from '~/packs/rating';
import type { PackException, PackFigure, PackSection, PackWords } from '~/packs/section';
import { formatPeriod, type Period } from '~/shared/period';

/** The first page in sentences: how the quarter went against the one before, the gravest failure, credits and actions. */
export function summaryOf(
  sections: readonly PackSection[],
  exceptions: readonly PackException[],
  quarter: Period,
): PackWords[] {
  const figures = new Map(figuresOf(sections).map((figure) => [figure.id, figure]));
  const valueOf = (id: string) => figures.get(id)?.value ?? said('packs:noData');
  const gravest = exceptions.find(({ kind }) => kind === 'failed');
  const credits = [...figures.values()].filter(
    ({ id, value }) =>
      id.startsWith('credits/quarter/') && value.kind === 'money' && (value.minor ?? 0) !== 0,
  );
  return [
    ...ratingSentence(figures, quarter),
    words('packs:summary.kpis', { kept: valueOf('kpis/kept'), rated: valueOf('kpis/rated') }),
    gravest
      ? words('packs:summary.gravest', { failure: { kind: 'words', words: gravest.words } })
      : words('packs:summary.noFailure'),
    ...credits.map(({ id, value }) =>
      words('packs:summary.credits', {
        amount: value,
        rolling: valueOf(id.replace('/quarter/', '/rolling/')),
      }),
    ),
    words('packs:summary.actions', {
      open: valueOf('actions/open'),
      overdue: valueOf('actions/overdue'),
    }),
  ];
}

function ratingSentence(figures: ReadonlyMap<string, PackFigure>, quarter: Period): PackWords[] {
  const now = figures.get('overall')?.value;
  const before = figures.get(`overall/${formatPeriod(quarter - 3)}`)?.value;
  if (now?.kind !== 'rating') return [];
  const params = { quarter: inQuarter(quarter), rating: now };
  if (now.rating === null) return [words('packs:summary.unrated', { quarter: inQuarter(quarter) })];
  if (before?.kind !== 'rating' || before.rating === null)
    return [words('packs:summary.rated', params)];
  if (before.rating === now.rating) return [words('packs:summary.asBefore', params)];
  return [
    isWorse(now.rating, before.rating)
      ? words('packs:summary.worse', { ...params, before })
      : words('packs:summary.better', { ...params, before }),
  ];
}
