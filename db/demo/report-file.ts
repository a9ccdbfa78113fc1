import { formatPeriod } from '~/shared/period';
import type { AirportValue, Counts } from './figures';

const HEADER = 'Carrier code,Period,Market,KPI,Value,Numerator,Denominator,Sample size';

/** A carrier's report of a month as a CSV file: rates as counts over counts for the network, values by airport. */
export function reportFile(counts: Counts | null, airports: readonly AirportValue[]): Uint8Array {
  const lines = [
    HEADER,
    ...(counts ? networkRows(counts) : []),
    ...airports.map(({ carrier, period, airport, kpi, value, sample }) =>
      [carrier, formatPeriod(period), airport, kpi, value, '', '', sample].join(','),
    ),
  ];
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

function networkRows(counts: Counts): string[] {
  const { flights, late, cancelled, diverted } = counts;
  const completed = flights - cancelled - diverted;
  const onTime = completed - late;
  const rates: [kpi: string, numerator: number | string, denominator: number][] = [
    ['OTD_PCT', onTime, completed],
    ['OTD_SCHED_PCT', onTime, flights],
    ['CANCEL_PCT', cancelled, flights],
    ['DIVERT_PCT', diverted, flights],
    ['AVG_DELAY_MIN', counts.delayMinutes, late],
    ['DELAY_MIN_PER_FLIGHT', counts.delayMinutes, completed],
    ['CARRIER_LATE_PCT', counts.carrierLate, completed],
  ];
  const head = [counts.carrier, formatPeriod(counts.period), 'ALL'];
  return [
    ...rates.map(([kpi, top, base]) => [...head, kpi, '', top, base, ''].join(',')),
    [...head, 'FLIGHTS_SCHEDULED', flights, '', '', ''].join(','),
    [...head, 'FLIGHTS_COMPLETED', completed, '', '', ''].join(','),
  ];
}
