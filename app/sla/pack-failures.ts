import {
  capped,
  counted,
  figure,
  inMonth,
  measured,
  onDate,
  said,
  sourceAt,
  words,
  written,
} from '~/packs/pack-value';
import { attainment } from '~/packs/rating';
import type { PackException, PackSection, PackValue } from '~/packs/section';
import { formatPeriod, type Period } from '~/shared/period';
import { atTarget } from './pack-months';
import { lineName, monthsWithin, type PackLine, type PackMonth } from './pack-line';

type Request = { quarter: Period; lastPeriod: Period; today: string };
export type CaseNote = {
  caseId: number;
  at: string;
  kind: string;
  text: string | null;
  details: Record<string, unknown> | null;
  internal: boolean;
};
type Failure = { line: PackLine; month: PackMonth; breach: NonNullable<PackMonth['breach']> };

const WEIGHTS = { critical: 1, serious: 2, minor: 3 } as const;
/** Answers that are late weigh as a serious failure does. */
const LATE = 2;
/** So many failures stand among the exceptions one by one; the rest are counted. */
const MOST_NAMED = 10;
const UNANSWERED = ['open', 'acknowledged'];

/** What failed in the quarter, the gravest first, each with the cause that the vendor named and the state of its plan. */
export function failureSections(
  lines: readonly PackLine[],
  notes: readonly CaseNote[],
  request: Request,
): PackSection[] {
  const failures = gravest(failuresOf(lines, request));
  const causes = causesOf(notes);
  const disputed = failures.filter(({ breach }) => breach.state === 'disputed');
  return [
    {
      id: 'failures',
      part: 'shared',
      agenda: 'incidents',
      exceptions: [...failureExceptions(failures), ...lateExceptions(failures, request)],
      blocks: [
        {
          kind: 'figures',
          title: words('packs:failures.title'),
          figures: [countFigure(failures, request)],
        },
        failureTable(failures, causes),
      ],
    },
    ...(disputed.length === 0 ? [] : [disputeSection(disputed)]),
  ];
}

function failuresOf(lines: readonly PackLine[], { quarter, lastPeriod }: Request): Failure[] {
  return lines.flatMap((line) =>
    monthsWithin(line, quarter, lastPeriod).flatMap((month) =>
      month.outcome === 'breached' && month.breach ? [{ line, month, breach: month.breach }] : [],
    ),
  );
}

/** By severity, then by how little of the target was reached, then the latest. */
function gravest(failures: Failure[]): Failure[] {
  const reached = new Map(
    failures.map((each) => [each, attainment(each.month)?.toNumber() ?? 0] as const),
  );
  return failures.sort(
    (a, b) =>
      weightOf(a) - weightOf(b) ||
      (reached.get(a) ?? 0) - (reached.get(b) ?? 0) ||
      b.month.period - a.month.period,
  );
}

function weightOf({ month }: Failure): number {
  return WEIGHTS[month.severity ?? 'minor'];
}

/** The cause of each case, as the last answer to "why" of its latest plan. */
function causesOf(notes: readonly CaseNote[]): Map<number, string> {
  const causes = new Map<number, string>();
  for (const { caseId, kind, details } of notes) {
    const plan = kind === 'plan_submitted' ? details?.['plan'] : null;
    const whys = plan && typeof plan === 'object' && 'whys' in plan ? plan.whys : null;
    const cause: unknown = Array.isArray(whys) ? whys.at(-1) : null;
    if (typeof cause === 'string') causes.set(caseId, cause);
  }
  return causes;
}

function countFigure(failures: readonly Failure[], { quarter, lastPeriod }: Request) {
  return figure('failures/count', words('packs:failures.count'), counted(failures.length), {
    from: quarter,
    to: lastPeriod,
    source: sourceAt('/breaches', words('packs:source.breaches')),
  });
}

function breachSource({ breach }: Failure) {
  return sourceAt(`/breaches/${breach.id}`, words('packs:source.breach'));
}

function failureTable(failures: readonly Failure[], causes: ReadonlyMap<number, string>) {
  const end = 'end' as const;
  return {
    kind: 'table' as const,
    title: words('packs:failures.list'),
    columns: [
      { words: words('packs:column.month') },
      { words: words('packs:column.term') },
      { words: words('packs:column.measured'), align: end },
      { words: words('packs:column.target'), align: end },
      { words: words('packs:column.severity') },
      { words: words('packs:column.run'), align: end },
      { words: words('packs:column.cause') },
      { words: words('packs:column.plan') },
    ],
    rows: failures.map((failure) => {
      const { line, month, breach } = failure;
      const cause = causes.get(breach.caseId);
      return {
        source: breachSource(failure),
        cells: [
          inMonth(month.period),
          lineName(line),
          valueFigure(failure),
          atTarget(month, line.kpi.unit),
          severityWords(month),
          counted(month.run),
          cause === undefined ? said('packs:failures.noCause') : written(cause),
          said(`packs:caseState.${breach.state}`),
        ],
      };
    }),
    empty: words('packs:failures.none'),
  };
}

function valueFigure(failure: Failure) {
  const { line, month, breach } = failure;
  const value = figure(
    `failures/${line.key}/${formatPeriod(month.period)}`,
    words('packs:failures.valueOf', { term: lineName(line) }),
    month.kind === 'missing_report'
      ? said('packs:failures.notReported')
      : measured(month.measured, line.kpi.unit),
    { from: month.period, to: month.period, source: breachSource(failure) },
  );
  return breach.state === 'disputed' ? { ...value, disputed: true } : value;
}

function severityWords({ severity }: PackMonth): PackValue {
  return said(`packs:severity.${severity ?? 'minor'}`);
}

function failureExceptions(failures: readonly Failure[]): PackException[] {
  const named = failures.map((failure): PackException => {
    const { line, month } = failure;
    const params = {
      term: lineName(line),
      month: inMonth(month.period),
      severity: severityWords(month),
      target: atTarget(month, line.kpi.unit),
    };
    return {
      kind: 'failed',
      weight: weightOf(failure),
      words:
        month.kind === 'missing_report'
          ? words('packs:failures.missed', params)
          : words('packs:failures.failed', {
              ...params,
              value: measured(month.measured, line.kpi.unit),
            }),
      source: breachSource(failure),
    };
  });
  return capped(named, MOST_NAMED, (count) => ({
    words: words('packs:failures.more', { count }),
    source: sourceAt('/breaches', words('packs:source.breaches')),
  }));
}

/** Plans that the vendor owes since before the day, one for each case. */
function lateExceptions(failures: readonly Failure[], { today }: Request): PackException[] {
  const byCase = new Map(failures.map((failure) => [failure.breach.caseId, failure]));
  return [...byCase.values()].flatMap((failure): PackException[] => {
    const { dueOn, state } = failure.breach;
    if (dueOn === null || dueOn >= today || !UNANSWERED.includes(state)) return [];
    return [
      {
        kind: 'late',
        weight: LATE,
        words: words('packs:failures.planLate', {
          term: lineName(failure.line),
          due: onDate(dueOn),
        }),
        source: breachSource(failure),
      },
    ];
  });
}

function disputeSection(disputed: readonly Failure[]): PackSection {
  return {
    id: 'disputes',
    part: 'shared',
    agenda: 'escalations',
    exceptions: [],
    blocks: [
      {
        kind: 'table',
        title: words('packs:disputes.failures'),
        columns: [
          { words: words('packs:column.month') },
          { words: words('packs:column.term') },
          { words: words('packs:column.measured'), align: 'end' },
        ],
        rows: disputed.map((failure) => ({
          source: breachSource(failure),
          cells: [
            inMonth(failure.month.period),
            lineName(failure.line),
            measured(failure.month.measured, failure.line.kpi.unit),
          ],
        })),
        empty: words('packs:disputes.none'),
      },
    ],
  };
}
