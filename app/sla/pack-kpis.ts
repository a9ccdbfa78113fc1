import { counted, figure, measured, named, rated, said, sourceAt, words } from '~/packs/pack-value';
import { fourQuarters, inQuarter, lastMonthOf } from '~/packs/quarter';
import { attainment, isWorse, overallRating, ratingOf, type RatingBands } from '~/packs/rating';
import type { PackBlock, PackException, PackRating, PackSection, PackValue } from '~/packs/section';
import { formatPeriod, type Period } from '~/shared/period';
import { kpiSource, monthsWithin, type PackLine, type PackMonth } from './pack-line';
import { atTarget, monthTable, seriesOf } from './pack-months';

type Request = { vendorId: number; quarter: Period; lastPeriod: Period; bands: RatingBands };
type Kpi = { kpi: PackLine['kpi']; lines: PackLine[] };

/** Every KPI of a vendor with its ratings, worst month and failures, its months by term, and its course. */
export function kpiSection(lines: readonly PackLine[], request: Request): PackSection {
  const kpis = byKpi(lines);
  return {
    id: 'kpis',
    part: 'shared',
    agenda: 'sla',
    exceptions: kpis.flatMap((kpi) => ratingExceptions(kpi, request)),
    blocks: [
      overallBlock(kpis, request),
      ratingTable(kpis, request),
      ...(lines.length === 0 ? [] : [monthTable(lines, request)]),
      ...kpis.flatMap((kpi) => seriesOf(kpi.lines, request)),
    ],
  };
}

function byKpi(lines: readonly PackLine[]): Kpi[] {
  const found = new Map<number, Kpi>();
  for (const line of lines) {
    const known = found.get(line.kpi.id);
    if (known) known.lines.push(line);
    else found.set(line.kpi.id, { kpi: line.kpi, lines: [line] });
  }
  return [...found.values()];
}

function monthsOf({ lines }: Kpi, quarter: Period): PackMonth[] {
  return lines.flatMap((line) => monthsWithin(line, quarter, lastMonthOf(quarter)));
}

function rating(kpi: Kpi, quarter: Period, { bands }: Request): PackRating | null {
  return ratingOf(monthsOf(kpi, quarter), bands);
}

const isCounted = ({ outcome }: PackMonth) =>
  outcome === 'met' || outcome === 'at_risk' || outcome === 'breached';
const isFailed = ({ outcome }: PackMonth) => outcome === 'breached';

function overallBlock(kpis: Kpi[], request: Request): PackBlock {
  const { quarter, bands } = request;
  const source = sourceAt('/performance', words('packs:source.performance'));
  const quarters = fourQuarters(quarter).reverse();
  const overall = quarters.map((each) =>
    figure(
      each === quarter ? 'overall' : `overall/${formatPeriod(each)}`,
      words('packs:kpis.overall', { quarter: inQuarter(each) }),
      rated(
        overallRating(
          kpis.map((kpi) => monthsOf(kpi, each)),
          bands,
        ),
      ),
      { from: each, to: lastMonthOf(each), source },
    ),
  );
  const counts = { rated: 0, kept: 0 };
  for (const kpi of kpis) {
    const now = rating(kpi, quarter, request);
    if (now !== null) counts.rated += 1;
    if (now === 'good') counts.kept += 1;
  }
  const span = { from: quarter, to: request.lastPeriod, source };
  return {
    kind: 'figures',
    title: words('packs:kpis.overallTitle'),
    figures: [
      ...overall,
      figure('kpis/rated', words('packs:kpis.rated'), counted(counts.rated), span),
      figure('kpis/kept', words('packs:kpis.kept'), counted(counts.kept), span),
    ],
  };
}

function ratingTable(kpis: Kpi[], request: Request): PackBlock {
  const { quarter, lastPeriod, vendorId } = request;
  const quarters = fourQuarters(quarter);
  return {
    kind: 'table',
    title: words('packs:kpis.ratings'),
    columns: [
      { words: words('packs:column.kpi') },
      { words: words('packs:column.target'), align: 'end' },
      ...quarters.map((each) => ({
        words: words('packs:inQuarter', { quarter: inQuarter(each) }),
      })),
      { words: words('packs:column.worstMonth') },
      { words: words('packs:column.measured'), align: 'end' },
      { words: words('packs:column.failed'), align: 'end' },
    ],
    rows: kpis.map((kpi) => {
      const source = kpiSource(kpi, vendorId);
      const { code } = kpi.kpi;
      const label = words('packs:kpis.failedOf', { kpi: named(kpi.kpi) });
      const now = { from: quarter, to: lastPeriod, source };
      const months = monthsOf(kpi, quarter);
      const worst = worstOf(months);
      const failed = counted(months.filter(isFailed).length);
      return {
        source,
        cells: [
          named(kpi.kpi),
          targetOf(kpi.lines, lastPeriod),
          ...quarters.map((each) =>
            figure(
              `kpis/${code}/rating/${formatPeriod(each)}`,
              words('packs:kpis.ratingOf', { kpi: named(kpi.kpi), quarter: inQuarter(each) }),
              rated(rating(kpi, each, request)),
              { from: each, to: lastMonthOf(each), source },
            ),
          ),
          worst ? { kind: 'period' as const, period: worst.period } : said('packs:noData'),
          figure(
            `kpis/${code}/worst/${formatPeriod(quarter)}`,
            words('packs:kpis.worstOf', { kpi: named(kpi.kpi) }),
            measured(worst?.measured ?? null, kpi.kpi.unit),
            now,
          ),
          figure(`kpis/${code}/failed/${formatPeriod(quarter)}`, label, failed, now),
        ],
      };
    }),
    empty: words('packs:kpis.none'),
  };
}

/** The target that holds in a KPI's last month; several terms have several. */
function targetOf(lines: readonly PackLine[], last: Period): PackValue {
  const targets = lines.flatMap((line) => {
    const month = monthsWithin(line, 0, last).at(-1);
    return month ? [{ ...month, unit: line.kpi.unit }] : [];
  });
  const [first] = targets;
  if (!first) return said('packs:noData');
  const isOne = targets.every(({ target }) => target === first.target);
  return isOne ? atTarget(first, first.unit) : said('packs:kpis.severalTargets');
}

/** The month that reached least of its target; of those alike the one nearest to its limit. */
function worstOf(months: readonly PackMonth[]): PackMonth | null {
  const ranked = months
    .filter(isCounted)
    .map((month) => ({ month, reached: attainment(month), value: Number(month.measured ?? 0) }))
    .sort(
      (a, b) =>
        (a.reached?.comparedTo(b.reached ?? 0) ?? 0) ||
        (a.month.direction === 'higher' ? a.value - b.value : b.value - a.value) ||
        b.month.period - a.month.period,
    );
  return ranked[0]?.month ?? null;
}

/** A rating that fell since the quarter before is grave, one that rose is good news. */
const FELL = 4;
const ROSE = 7;

function ratingExceptions(kpi: Kpi, request: Request): PackException[] {
  const [before, now] = [request.quarter - 3, request.quarter].map((quarter) =>
    rating(kpi, quarter, request),
  );
  if (before === undefined || now === undefined || before === null || now === null) return [];
  if (before === now) return [];
  const params = { kpi: named(kpi.kpi), before: rated(before), now: rated(now) };
  const fell = isWorse(now, before);
  return [
    {
      kind: 'changed',
      weight: fell ? FELL : ROSE,
      words: fell ? words('packs:kpis.fell', params) : words('packs:kpis.rose', params),
      source: kpiSource(kpi, request.vendorId),
    },
  ];
}
