import { onDate, said, sourceAt, words, written } from '~/packs/pack-value';
import type { PackException, PackSection, PackValue } from '~/packs/section';
import { daysBetween } from '~/shared/calendar';
import { firstDay, type Period } from '~/shared/period';
import { standingOn, type ContractLife } from './contract';
import { currentTermEnd, noticeBy, vendorNoticeBy, type Renewable } from './renewal';

type Contract = Renewable &
  ContractLife & { id: number; number: string; title: string; calendarCountry: string | null };
export type Amended = {
  id: number;
  contractId: number;
  contract: string;
  number: number;
  effectiveFrom: string | null;
  reason: string | null;
  decidedAt: string | null;
};
type Request = { quarter: Period; today: string };
/** The closed days of a contract's business calendar. */
type Holidays = (contract: Contract) => readonly string[];

/** Ends and last days for notice are told of among the exceptions when they are this near. */
const NEAR_DAYS = 180;
const NEAR = 5;
const CHANGED = 6;

/** How each contract in force goes on. By when we have to give notice ourselves is ours alone. */
export function dateSections(
  contracts: readonly Contract[],
  { today }: Request,
  holidays: Holidays,
): PackSection[] {
  const running = contracts.filter((contract) => {
    const standing = standingOn(contract, today);
    return standing === 'in_force' || standing === 'upcoming';
  });
  return [endSection(running, today, holidays), ourNoticeSection(running, today, holidays)];
}

function endSection(running: readonly Contract[], today: string, holidays: Holidays): PackSection {
  const end = (contract: Contract) => currentTermEnd(contract, today);
  return {
    id: 'dates',
    part: 'shared',
    agenda: 'changes',
    exceptions: running.flatMap((contract) => nearing(contract, end(contract), 'ends', today)),
    blocks: [
      {
        kind: 'table',
        title: words('packs:dates.title'),
        columns: [
          { words: words('packs:column.contract') },
          { words: words('packs:column.what') },
          { words: words('packs:column.endsOn') },
          { words: words('packs:column.renewal') },
          { words: words('packs:column.vendorNotice') },
        ],
        rows: running.map((contract) => ({
          source: sourceOf(contract.id),
          cells: [
            written(contract.number),
            written(contract.title),
            dated(end(contract)),
            said(`packs:renewal.${contract.renewal}`),
            dated(vendorNoticeBy(contract, today, holidays(contract))),
          ],
        })),
        empty: words('packs:dates.none'),
      },
    ],
  };
}

function ourNoticeSection(
  running: readonly Contract[],
  today: string,
  holidays: Holidays,
): PackSection {
  const own = (contract: Contract) => noticeBy(contract, today, holidays(contract));
  return {
    id: 'dates',
    part: 'internal',
    agenda: 'changes',
    exceptions: running.flatMap((contract) => nearing(contract, own(contract), 'notice', today)),
    blocks: [
      {
        kind: 'table',
        title: words('packs:dates.ourNotice'),
        columns: [
          { words: words('packs:column.contract') },
          { words: words('packs:column.ourNotice') },
        ],
        rows: running.map((contract) => ({
          source: sourceOf(contract.id),
          cells: [written(contract.number), dated(own(contract))],
        })),
        empty: words('packs:dates.none'),
      },
    ],
  };
}

function nearing(
  { id, number }: Contract,
  date: string | null,
  what: 'ends' | 'notice',
  today: string,
): PackException[] {
  if (date === null || date < today || daysBetween(today, date) > NEAR_DAYS) return [];
  return [
    {
      kind: 'changed',
      weight: NEAR,
      words: words(`packs:dates.${what}`, { contract: written(number), date: onDate(date) }),
      source: sourceOf(id),
    },
  ];
}

function dated(date: string | null): PackValue {
  return date === null ? said('packs:noDate') : onDate(date);
}

function sourceOf(contractId: number) {
  return sourceAt(`/contracts/${contractId}`, words('packs:source.contract'));
}

/** Amendments decided and contracts begun since the quarter began; why we amended is ours alone, as on the contract's page. */
export function changeSections(
  contracts: readonly Contract[],
  amended: readonly Amended[],
  { quarter, today }: Request,
): PackSection[] {
  const since = firstDay(quarter);
  const isNew = (day: string | null) => day !== null && day.slice(0, 10) >= since;
  const begun = contracts.filter(({ startsOn }) => isNew(startsOn) && startsOn <= today);
  const changed = amended.filter(({ decidedAt }) => isNew(decidedAt));
  return [
    {
      id: 'changes',
      part: 'shared',
      agenda: 'changes',
      exceptions: changed.map((one) => ({
        kind: 'changed',
        weight: CHANGED,
        words: amendmentWords(one),
        source: sourceOf(one.contractId),
      })),
      blocks: [
        {
          kind: 'table',
          title: words('packs:changes.title'),
          columns: [{ words: words('packs:column.day') }, { words: words('packs:column.what') }],
          rows: [
            ...begun.map((contract) => ({
              source: sourceOf(contract.id),
              cells: [
                onDate(contract.startsOn),
                said('packs:changes.begun', { contract: written(contract.number) }),
              ],
            })),
            ...changed.map((one) => ({
              source: sourceOf(one.contractId),
              cells: [onDate((one.decidedAt ?? '').slice(0, 10)), amendmentValue(one)],
            })),
          ],
          empty: words('packs:changes.none'),
        },
      ],
    },
    ...reasonSection(changed),
  ];
}

function reasonSection(changed: readonly Amended[]): PackSection[] {
  const rows = changed.flatMap((one) =>
    one.reason === null
      ? []
      : [
          {
            source: sourceOf(one.contractId),
            cells: [amendmentValue(one), written(one.reason)],
          },
        ],
  );
  if (rows.length === 0) return [];
  return [
    {
      id: 'changes',
      part: 'internal',
      agenda: 'changes',
      exceptions: [],
      blocks: [
        {
          kind: 'table',
          title: words('packs:changes.reasons'),
          columns: [{ words: words('packs:column.what') }, { words: words('packs:column.reason') }],
          rows,
          empty: words('packs:changes.none'),
        },
      ],
    },
  ];
}

function amendmentWords(one: Amended) {
  return words('packs:changes.amended', {
    contract: written(one.contract),
    number: written(String(one.number)),
    date: dated(one.effectiveFrom),
  });
}

function amendmentValue(one: Amended): PackValue {
  return { kind: 'words', words: amendmentWords(one) };
}
