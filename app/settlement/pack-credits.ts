import { amount, figure, inMonth, measured, sourceAt, words, written } from '~/packs/pack-value';
import type { PackBlock, PackFigure, PackSection } from '~/packs/section';
import { Decimal } from '~/shared/decimal';
import { formatPeriod, type Period } from '~/shared/period';
import { kpiSource, lineName, monthsWithin, type PackLine } from '~/sla/pack-line';
import { lost, type CreditBalances } from './credit-line';

type Request = { vendorId: number; quarter: Period; firstPeriod: Period; lastPeriod: Period };
export type CreditMonth = CreditBalances & {
  contractId: number;
  contract: string;
  period: Period;
  currency: string;
  issuedMinor: number;
};

const end = 'end' as const;

/** Credits of the quarter and of twelve months, points and credits by term, and what of them the vendor disputes. */
export function creditSections(
  lines: readonly PackLine[],
  months: readonly CreditMonth[],
  request: Request,
): PackSection[] {
  const disputed = months.filter((month) => month.disputed > 0);
  return [
    {
      id: 'credits',
      part: 'shared',
      agenda: 'sla',
      exceptions: [],
      blocks: [
        ...totals(months, request),
        termTable(lines, request),
        monthTable(
          months.filter(({ period }) => period >= request.quarter),
          words('packs:credits.byMonth'),
        ),
      ],
    },
    ...(disputed.length === 0 ? [] : [disputeSection(disputed)]),
  ];
}

const creditsSource = sourceAt('/credits', words('packs:source.credits'));

/** The sums by currency: of the quarter, and rolling over the twelve months of the pack. */
function totals(months: readonly CreditMonth[], request: Request): PackBlock[] {
  const { quarter, firstPeriod, lastPeriod } = request;
  const currencies = [...new Set(months.map(({ currency }) => currency))].sort();
  const sum = (currency: string, from: Period) =>
    months
      .filter((month) => month.currency === currency && month.period >= from)
      .reduce((total, { issuedMinor }) => total + issuedMinor, 0);
  if (currencies.length === 0) return [{ kind: 'note', words: words('packs:credits.none') }];
  return [
    {
      kind: 'figures',
      title: words('packs:credits.title'),
      figures: currencies.flatMap((currency) => [
        figure(
          `credits/quarter/${currency}`,
          words('packs:credits.ofQuarter'),
          amount(sum(currency, quarter), currency),
          { from: quarter, to: lastPeriod, source: creditsSource },
        ),
        figure(
          `credits/rolling/${currency}`,
          words('packs:credits.rolling'),
          amount(sum(currency, firstPeriod), currency),
          { from: firstPeriod, to: lastPeriod, source: creditsSource },
        ),
      ]),
    },
  ];
}

function termTable(lines: readonly PackLine[], request: Request): PackBlock {
  const { quarter, firstPeriod, lastPeriod, vendorId } = request;
  const now = { from: quarter, to: lastPeriod };
  const year = { from: firstPeriod, to: lastPeriod };
  const rows = lines.flatMap((line) => {
    const { key, contract } = line;
    const of = ({ from, to }: typeof now) => costOf(monthsWithin(line, from, to));
    const [ofQuarter, ofYear] = [of(now), of(year)];
    if (ofYear.minor === 0 && ofYear.points === '0') return [];
    const source = kpiSource(line, vendorId);
    const term = { term: lineName(line) };
    const points = words('packs:credits.pointsOf', term);
    const credit = words('packs:credits.creditOf', term);
    const money = (minor: number) => amount(minor, contract.currency);
    return [
      {
        source,
        cells: [
          lineName(line),
          figure(`credits/${key}/points`, points, measured(ofQuarter.points, ''), {
            ...now,
            source,
          }),
          figure(`credits/${key}/rolling-points`, points, measured(ofYear.points, ''), {
            ...year,
            source,
          }),
          figure(`credits/${key}/issued`, credit, money(ofQuarter.minor), { ...now, source }),
          figure(`credits/${key}/rolling`, credit, money(ofYear.minor), { ...year, source }),
        ],
      },
    ];
  });
  return {
    kind: 'table',
    title: words('packs:credits.byTerm'),
    columns: [
      { words: words('packs:column.term') },
      { words: words('packs:column.points'), align: end },
      { words: words('packs:column.pointsYear'), align: end },
      { words: words('packs:column.credit'), align: end },
      { words: words('packs:column.creditYear'), align: end },
    ],
    rows,
    empty: words('packs:credits.none'),
  };
}

function costOf(months: readonly { points: string; issuedMinor: number }[]) {
  const points = months.reduce((sum, month) => sum.plus(month.points), new Decimal(0));
  const minor = months.reduce((sum, { issuedMinor }) => sum + issuedMinor, 0);
  return { points: points.toFixed(), minor };
}

function creditSource({ contractId, period }: CreditMonth) {
  return sourceAt(
    `/contracts/${contractId}/credits/${formatPeriod(period)}`,
    words('packs:source.credit'),
  );
}

function monthTable(months: readonly CreditMonth[], title: PackBlockTitle): PackBlock {
  return {
    kind: 'table',
    title,
    columns: [
      { words: words('packs:column.month') },
      { words: words('packs:column.contract') },
      { words: words('packs:column.credit'), align: end },
      { words: words('packs:column.claimed'), align: end },
      { words: words('packs:column.accepted'), align: end },
      { words: words('packs:column.applied'), align: end },
      { words: words('packs:column.disputed'), align: end },
      { words: words('packs:column.waived'), align: end },
    ],
    rows: months.map((month) => ({
      source: creditSource(month),
      cells: [
        inMonth(month.period),
        written(month.contract),
        issuedFigure(month),
        ...[month.claimed, month.accepted, month.applied, month.disputed, lost(month)].map(
          (minor) => amount(minor, month.currency),
        ),
      ],
    })),
    empty: words('packs:credits.none'),
  };
}

type PackBlockTitle = ReturnType<typeof words>;

function issuedFigure(month: CreditMonth): PackFigure {
  const { contract, period, currency, issuedMinor } = month;
  const issued = figure(
    `credits/${contract}/${formatPeriod(period)}`,
    words('packs:credits.ofContract', { contract: written(contract) }),
    amount(issuedMinor, currency),
    { from: period, to: period, source: creditSource(month) },
  );
  return month.disputed > 0 ? { ...issued, disputed: true } : issued;
}

function disputeSection(disputed: readonly CreditMonth[]): PackSection {
  return {
    id: 'disputes',
    part: 'shared',
    agenda: 'escalations',
    exceptions: [],
    blocks: [
      {
        kind: 'table',
        title: words('packs:disputes.credits'),
        columns: [
          { words: words('packs:column.month') },
          { words: words('packs:column.contract') },
          { words: words('packs:column.disputed'), align: end },
        ],
        rows: disputed.map((month) => ({
          source: creditSource(month),
          cells: [
            inMonth(month.period),
            written(month.contract),
            amount(month.disputed, month.currency),
          ],
        })),
        empty: words('packs:disputes.none'),
      },
    ],
  };
}
