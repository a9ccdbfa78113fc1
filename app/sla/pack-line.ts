import { higherIsBetter, type Operator, type Severity } from '~/contracts/sla-vocabulary';
import { named, said, sourceAt, words } from '~/packs/pack-value';
import type { RatedMonth } from '~/packs/rating';
import type { PackSource, PackValue, PackWords } from '~/packs/section';
import { formatPeriod, type Period } from '~/shared/period';
import type { CaseState } from './case';

type Outcome = RatedMonth['outcome'];
type Name = { nameEn: string; nameZh: string };

/** A term's month as a pack tells of it. */
export type PackMonth = RatedMonth & {
  period: Period;
  outcome: Outcome;
  kind: 'value' | 'missing_report' | null;
  severity: Severity | null;
  run: number;
  points: string;
  triggers: readonly string[];
  issuedMinor: number;
  warning: string | null;
  breach: { id: number; caseId: number; state: CaseState; dueOn: string | null } | null;
};

/** One term of a vendor over the months of a pack. */
export type PackLine = {
  /** The KPI, and where it is promised: `OTD_PCT/-`, `OTD_PCT/DEN`; the same whenever it is gathered. */
  key: string;
  kpi: Name & { id: number; code: string; unit: string };
  place: PackValue | null;
  contract: { id: number; number: string; currency: string };
  months: PackMonth[];
};

type Row = Omit<PackMonth, 'target' | 'direction' | 'warning' | 'breach'> & {
  termId: number;
  versionId: number;
  position: number;
  contractId: number;
  contract: string;
  currency: string;
  kpiId: number;
  kpiCode: string;
  kpiEn: string;
  kpiZh: string;
  serviceCode: string | null;
  serviceEn: string | null;
  serviceZh: string | null;
  marketCode: string | null;
  marketEn: string | null;
  marketZh: string | null;
  breachId: number | null;
  caseId: number | null;
  caseState: CaseState | null;
  caseDueOn: string | null;
};

/** The months gathered by term, each with the target that held for it; terms alike in KPI and place bear their contract. */
export function packLines(
  rows: readonly Row[],
  versions: ReadonlyMap<number, Record<string, unknown>>,
): PackLine[] {
  const byTerm = new Map<number, Row[]>();
  for (const row of rows) byTerm.set(row.termId, [...(byTerm.get(row.termId) ?? []), row]);
  const seen = new Map<string, number>();
  for (const [first] of byTerm.values()) {
    if (first) seen.set(placeKey(first), (seen.get(placeKey(first)) ?? 0) + 1);
  }
  return [...byTerm.values()].flatMap((months) => {
    const [first] = months;
    if (!first) return [];
    const key = placeKey(first);
    const isOne = seen.get(key) === 1;
    return [
      {
        key: isOne ? key : `${key}@${first.contract}.${first.position}`,
        kpi: {
          id: first.kpiId,
          code: first.kpiCode,
          nameEn: first.kpiEn,
          nameZh: first.kpiZh,
          unit: first.unit,
        },
        place: placeOf(first),
        contract: { id: first.contractId, number: first.contract, currency: first.currency },
        months: months.map((row) => monthOf(row, versions.get(row.versionId) ?? {})),
      },
    ];
  });
}

function placeKey({ kpiCode, serviceCode, marketCode }: Row): string {
  const place = [serviceCode, marketCode].filter((code) => code !== null).join('.');
  return `${kpiCode}/${place === '' ? '-' : place}`;
}

function placeOf(row: Row): PackValue | null {
  const nameOf = (nameEn: string | null, nameZh: string | null) =>
    nameEn === null || nameZh === null ? null : named({ nameEn, nameZh });
  const service = nameOf(row.serviceEn, row.serviceZh);
  const market = nameOf(row.marketEn, row.marketZh);
  if (service && market) return said('packs:place.both', { service, market });
  return market ?? service;
}

function monthOf(row: Row, document: Record<string, unknown>): PackMonth {
  const { breachId, caseId, caseState } = row;
  const warning = document['warn_at'];
  return {
    period: row.period,
    outcome: row.outcome,
    kind: row.kind,
    severity: row.severity,
    measured: row.measured,
    run: row.run,
    points: row.points,
    triggers: row.triggers,
    issuedMinor: row.issuedMinor,
    target: String(document['target']),
    warning: typeof warning === 'string' ? warning : null,
    direction: higherIsBetter(document['operator'] as Operator) ? 'higher' : 'lower',
    unit: row.unit,
    breach:
      breachId === null || caseId === null || caseState === null
        ? null
        : { id: breachId, caseId, state: caseState, dueOn: row.caseDueOn },
  };
}

/** The term by its KPI and place, as words and as a value. */
export function lineWords({ kpi, place }: Pick<PackLine, 'kpi' | 'place'>): PackWords {
  const name = named(kpi);
  return place
    ? words('packs:kpis.inPlace', { kpi: name, place })
    : words('packs:kpis.name', { kpi: name });
}

export function lineName(line: Pick<PackLine, 'kpi' | 'place'>): PackValue {
  return line.place ? { kind: 'words', words: lineWords(line) } : named(line.kpi);
}

/** The id of a figure of a line's month: `kpis/OTD_PCT/-/2022-12`. */
export function monthFigureId({ key }: Pick<PackLine, 'key'>, period: Period): string {
  return `kpis/${key}/${formatPeriod(period)}`;
}

/** The months of a line from one to another. */
export function monthsWithin(line: PackLine, from: Period, to: Period): PackMonth[] {
  return line.months.filter(({ period }) => period >= from && period <= to);
}

/** Where both sides look a KPI up. */
export function kpiSource({ kpi }: Pick<PackLine, 'kpi'>, vendorId: number): PackSource {
  return sourceAt(
    `/vendors/${vendorId}/kpis/${kpi.id}`,
    words('packs:source.kpi', { kpi: named(kpi) }),
  );
}
