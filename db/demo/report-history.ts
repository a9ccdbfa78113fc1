import { acceptReport } from '~/kpi/accept-report.server';
import { receiveReport } from '~/kpi/receive-report.server';
import { returnReport } from '~/kpi/return-report.server';
import { stageReport } from '~/kpi/stage-report.server';
import { submitReport } from '~/kpi/submit-report.server';
import { addDays } from '~/shared/calendar';
import { firstDay, formatPeriod, periodOf, type Period } from '~/shared/period';
import type { AirportValue, Counts, Figures } from './figures';
import type { Cast } from './load-people';
import type { Registers } from './load-registers';
import { reportFile } from './report-file';
import { actOf, mustBeDone, type Event, type Player, type Portal } from './step';

type Known = { figures: Figures; registers: Registers; cast: Cast };

/** The month whose figures by airport come apart, and wait for their review on the demo's day. */
const LAST = periodOf(2023, 12);

/** Days after the due day on which a report came that was overdue by then. */
const LATE: Readonly<Record<string, number>> = { 'OO 2023-04': 9, 'YV 2022-10': 7 };
const DUE_DAY = 10;

/** What becomes of the last month's figures by airport: most are accepted with the rest. */
type Ending = 'review' | 'returned' | 'draft';
const endings: Readonly<Record<string, Ending>> = {
  AA: 'review',
  DL: 'review',
  UA: 'review',
  B6: 'draft',
  WN: 'returned',
};

/**
 * The report that first counted so many flights as late that were in time, and was corrected once the pack of its quarter
 * was frozen: the pack keeps the first figure, and the true one stands beside it.
 */
const mistaken = {
  ...{ carrier: 'WN', period: periodOf(2022, 11), flights: 410 },
  correctedAt: '2023-01-24T15:40:00.000Z',
};

/** Every report of the demo as it came and was decided: one for each carrier and month. */
export function reportHistory(portal: Portal, known: Known): Event[] {
  const byPlace = airportsByMonth(known.figures.airports);
  return known.figures.counts.flatMap((counts, index) => {
    const { carrier, period } = counts;
    const airports = byPlace.get(key(carrier, period)) ?? [];
    const ending = period === LAST ? endings[carrier] : undefined;
    const isMistaken = carrier === mistaken.carrier && period === mistaken.period;
    const whole = reportEvents(portal, known, {
      counts: isMistaken ? { ...counts, late: counts.late + mistaken.flights } : counts,
      airports: ending ? [] : airports,
      sentAt: sentAt(carrier, period, index),
    });
    if (isMistaken) {
      const again = { counts, airports: [], sentAt: mistaken.correctedAt };
      return [...whole, ...reportEvents(portal, known, again)];
    }
    return ending ? [...whole, ...detailEvents(portal, known, counts, airports, ending)] : whole;
  });
}

type Sent = { counts: Counts; airports: readonly AirportValue[]; sentAt: string };

/** Sent by the carrier and accepted by a manager, on the next day or the one after. */
function reportEvents(portal: Portal, known: Known, { counts, airports, sentAt }: Sent): Event[] {
  const { carrier, period } = counts;
  const { insiders } = known.cast;
  const sender = senderOf(known, carrier);
  const file = {
    name: `${carrier}_${formatPeriod(period)}.csv`,
    bytes: reportFile(counts, airports),
  };
  let reportId = 0;
  const day = sentAt.slice(0, 10);
  const reviewer = carrier < 'G' ? insiders.martin : insiders.lan;
  return [
    {
      at: sentAt,
      async run(at) {
        reportId = await send(portal, sender, at, file);
      },
    },
    {
      at: `${addDays(day, day.endsWith('9') ? 1 : 2)}T${carrier < 'G' ? '14' : '02'}:10:00.000Z`,
      async run(at) {
        mustBeDone(
          await acceptReport(portal.store, actOf(reviewer, at), { reportId }),
          `accept ${file.name}`,
        );
      },
    },
  ];
}

/** The last month's figures by airport, as far as they have come on the demo's day. */
function detailEvents(
  portal: Portal,
  known: Known,
  { carrier, period }: Counts,
  airports: readonly AirportValue[],
  ending: Ending,
): Event[] {
  const sender = senderOf(known, carrier);
  const file = {
    name: `${carrier}_${formatPeriod(period)}_airports.csv`,
    bytes: reportFile(null, airports),
  };
  let reportId = 0;
  const sent: Event = {
    at: `2024-01-${ending === 'returned' ? '09' : '11'}T15:20:00.000Z`,
    async run(at) {
      reportId = await (ending === 'draft' ? draft : send)(portal, sender, at, file);
    },
  };
  const returned: Event = {
    at: '2024-01-11T16:05:00.000Z',
    async run(at) {
      const [first] = airports.filter(({ kpi }) => kpi === 'AVG_DELAY_MIN');
      if (!first) throw new Error(`${file.name} has no delays`);
      const request = {
        kpi: first.kpi,
        period,
        market: first.airport,
        service: null,
        value: first.value,
        text: 'Please confirm this value and say over how many late flights it was taken.',
      };
      const note = 'One question on the delays by airport, then we can accept it.';
      mustBeDone(
        await returnReport(portal.store, actOf(known.cast.insiders.martin, at), {
          reportId,
          note,
          requests: [request],
        }),
        `return ${file.name}`,
      );
    },
  };
  return ending === 'returned' ? [sent, returned] : [sent];
}

type ReportFile = { name: string; bytes: Uint8Array };

/** Received and read, as after a file was dropped, and not yet submitted. */
async function draft(
  portal: Portal,
  sender: Player,
  at: string,
  { name, bytes }: ReportFile,
): Promise<number> {
  const act = actOf(sender, at);
  const vendorId = sender.scope.kind === 'vendor' ? sender.scope.vendorId : 0;
  const { reportId } = mustBeDone(
    await receiveReport(portal, act, {
      vendorId,
      source: 'vendor_report',
      channel: 'file',
      file: { name, mediaType: 'text/csv', bytes },
    }),
    `receive ${name}`,
  );
  const { findings } = await stageReport(portal, act, reportId);
  if (findings.errors > 0)
    throw new Error(`${name} has errors: ${JSON.stringify(findings.list.slice(0, 3))}`);
  return reportId;
}

async function send(portal: Portal, sender: Player, at: string, file: ReportFile): Promise<number> {
  const reportId = await draft(portal, sender, at, file);
  mustBeDone(
    await submitReport(portal.store, actOf(sender, at), {
      reportId,
      comments: {},
      uncommented: true,
    }),
    `submit ${file.name}`,
  );
  return reportId;
}

function senderOf({ cast }: Known, carrier: string): Player {
  const sender = cast.carriers.get(carrier);
  if (!sender) throw new Error(`nobody reports for ${carrier}`);
  return sender;
}

/** Between the second and the eighth of the next month, each carrier on its own day; two reports came late. */
function sentAt(carrier: string, period: Period, index: number): string {
  const late = LATE[key(carrier, period)];
  const day = late === undefined ? 2 + ((index * 5) % 7) : DUE_DAY + late;
  const hour = String(12 + (index % 9)).padStart(2, '0');
  return `${addDays(firstDay(period + 1), day - 1)}T${hour}:40:00.000Z`;
}

function key(carrier: string, period: Period): string {
  return `${carrier} ${formatPeriod(period)}`;
}

function airportsByMonth(values: readonly AirportValue[]): Map<string, AirportValue[]> {
  const byMonth = new Map<string, AirportValue[]>();
  for (const value of values) {
    const month = key(value.carrier, value.period);
    const list = byMonth.get(month) ?? [];
    list.push(value);
    byMonth.set(month, list);
  }
  return byMonth;
}
