import type { Pack } from '~/packs/pack';
import { addDays } from '~/shared/calendar';
import { parsePeriod, type Period } from '~/shared/period';
import type { History, Judged } from './pack-history';

type Truth = string | number | null | undefined;
type Known = { known: History; pack: Pack; frozenAt: string };

const MONTHS = 3;
const DONE_WITHIN_DAYS = 92;
const SHOWN = ['review', 'breach', 'assessment', 'agreement'];

/** What a figure of a pack has to be by the history alone; undefined where the history does not tell it. */
export function truthOf(id: string, about: Known): Truth {
  const [section = '', ...rest] = id.split('/');
  if (section === 'overall') return overall(periodIn(rest[0], about.pack), about);
  if (section === 'kpis') return kpiTruth(rest, about);
  if (section === 'failures') return failureTruth(rest, about);
  if (section === 'credits') return creditTruth(rest, about);
  if (section === 'spend') return spendTruth(rest, about);
  if (section === 'actions') return actionTruth(rest, about);
  const { scored, risks } = about.known;
  if (section === 'satisfaction') return scored.find((one) => String(one.id) === rest[0])?.total;
  const risk = risks.find((one) => section === 'risks' && String(one.id) === rest[0]);
  return risk && risk.residualLikelihood * risk.residualImpact;
}

/** The months of a KPI as its course is drawn: of its term for everything. */
export function courseOf(kpiId: number, { known }: Known): ReadonlyMap<Period, Judged> {
  const own = known.judged.filter((row) => row.kpiId === kpiId && row.place === '-');
  return new Map(own.map((row) => [row.period, row]));
}

function periodIn(text: string | undefined, { quarter }: Pack): Period {
  return (text === undefined ? null : parsePeriod(text)) ?? quarter;
}

function within({ known }: Known, from: Period, to: Period, kpi?: string): Judged[] {
  return known.judged.filter(
    (row) => row.period >= from && row.period <= to && (kpi === undefined || row.kpi === kpi),
  );
}

const ofQuarter = (about: Known, quarter: Period, kpi?: string) =>
  within(about, quarter, quarter + MONTHS - 1, kpi);

/** How much of its target a month reached, 0 to 100; null where it does not count. */
function reached({ outcome, measured, target, isHigher, unit }: Judged): number | null {
  if (outcome === 'met' || outcome === 'at_risk') return 100;
  if (outcome !== 'breached') return null;
  if (measured === null) return 0;
  const value = Number(measured);
  if (isHigher) return Math.min(100, (100 * value) / target);
  const share = unit === '%' && target < 100;
  return Math.min(100, share ? (100 * (100 - value)) / (100 - target) : (100 * target) / value);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}

const meanOf = (months: readonly Judged[]) => mean(months.flatMap((month) => reached(month) ?? []));

function word(average: number | null, months: readonly Judged[], { bands }: Pack): string | null {
  if (average === null) return null;
  if (months.every(({ outcome }) => outcome !== 'breached')) return 'good';
  if (average >= bands.approaching) return 'approaching';
  return average >= bands.improve ? 'improve' : 'inadequate';
}

function overall(quarter: Period, about: Known): Truth {
  const months = ofQuarter(about, quarter);
  const own = [...new Set(months.map(({ kpi }) => kpi))].map((kpi) =>
    meanOf(months.filter((month) => month.kpi === kpi)),
  );
  return word(mean(own.flatMap((one) => one ?? [])), months, about.pack);
}

function ratingOf(kpi: string, quarter: Period, about: Known): string | null {
  const months = ofQuarter(about, quarter, kpi);
  return word(meanOf(months), months, about.pack);
}

function kpiTruth([first = '', what = '', month = '']: readonly string[], about: Known): Truth {
  const { quarter } = about.pack;
  if (what === '') {
    const kpis = [...new Set(about.known.judged.map(({ kpi }) => kpi))];
    const ratings = kpis.flatMap((kpi) => ratingOf(kpi, quarter, about) ?? []);
    if (first === 'rated') return ratings.length;
    return first === 'kept' ? ratings.filter((rating) => rating === 'good').length : undefined;
  }
  const period = periodIn(month, about.pack);
  const months = ofQuarter(about, period, first);
  if (what === 'rating') return ratingOf(first, period, about);
  if (what === 'failed') return months.filter(({ outcome }) => outcome === 'breached').length;
  if (what === 'worst') return worstOf(months);
  const own = about.known.judged.find(
    (row) => row.kpi === first && row.place === what && row.period === period,
  );
  return own ? own.measured : null;
}

/** The value of the month that reached least; of those alike the one nearest to its limit. */
function worstOf(months: readonly Judged[]): string | null {
  let worst: Judged | null = null;
  for (const month of months) {
    const own = reached(month);
    if (own === null) continue;
    const least = worst && reached(worst);
    const isNearer = Number(month.measured) < Number(worst?.measured) === month.isHigher;
    if (least === null || own < least || (own === least && isNearer)) worst = month;
  }
  return worst?.measured ?? null;
}

function failureTruth([kpi = '', place, month]: readonly string[], about: Known): Truth {
  const failed = ofQuarter(about, about.pack.quarter).filter(
    ({ outcome }) => outcome === 'breached',
  );
  if (kpi === 'count') return failed.length;
  const period = periodIn(month, about.pack);
  const own = failed.find((row) => row.kpi === kpi && row.place === place && row.period === period);
  return own && (own.measured ?? 'failures.notReported');
}

function creditTruth([first, second, what]: readonly string[], about: Known): Truth {
  const { quarter, firstPeriod, lastPeriod } = about.pack;
  if (what === undefined) return ledgerTruth([first, second], about);
  const from = what.startsWith('rolling') ? firstPeriod : quarter;
  const months = within(about, from, lastPeriod, first).filter(({ place }) => place === second);
  return what.endsWith('points')
    ? String(months.reduce((sum, { points }) => sum + Number(points), 0))
    : sumOf(months.map(({ issuedMinor }) => issuedMinor));
}

/** Of a currency or a contract: what the ledger's entries come to. */
function ledgerTruth([first, second]: readonly (string | undefined)[], about: Known): Truth {
  const { quarter, firstPeriod, lastPeriod } = about.pack;
  const isCurrency = first === 'quarter' || first === 'rolling';
  const from = first === 'quarter' ? quarter : firstPeriod;
  const entries = about.known.credits.filter(({ currency, contract, period }) =>
    isCurrency
      ? currency === second && period >= from && period <= lastPeriod
      : contract === first && period === periodIn(second, about.pack),
  );
  return sumOf(entries.map(({ minor }) => minor));
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);

function spendTruth([currency, from, what = '']: readonly string[], about: Known): Truth {
  const quarter = periodIn(from, about.pack);
  const own = about.known.accounts.filter(
    (entry) =>
      entry.currency === currency && entry.period >= quarter && entry.period < quarter + MONTHS,
  );
  if (own.length === 0) return null;
  const kinds: Record<string, string> = { fees: 'fee', credits: 'credit', bonuses: 'bonus' };
  const counted = own.filter(({ kind }) => what === 'net' || kinds[what] === kind);
  return sumOf(counted.map(({ amountMinor }) => amountMinor));
}

function actionTruth([first = '', state]: readonly string[], about: Known): Truth {
  const { pack, known, frozenAt } = about;
  const today = frozenAt.slice(0, 10);
  const own = known.promised.filter(
    ({ origin, side }) =>
      (origin === 'review' || (side === 'vendor' && SHOWN.includes(origin))) ===
      (pack.part === 'shared'),
  );
  const open = own.filter(({ doneAt }) => doneAt === null);
  const isLate = ({ dueOn }: { dueOn: string | null }) => dueOn !== null && dueOn < today;
  if (first === 'open') return open.length;
  if (first === 'overdue') return open.filter(isLate).length;
  if (first === 'done') {
    const since = addDays(today, -DONE_WITHIN_DAYS);
    return own.filter(({ doneAt }) => doneAt !== null && doneAt >= since).length;
  }
  const one = open.find(({ id }) => String(id) === first);
  if (!one || state !== 'state') return undefined;
  return isLate(one) ? 'actionState.overdue' : 'actionState.open';
}
