import { and, eq, gt, lte } from 'drizzle-orm';
import { changeSetting } from '~/settings/change-setting.server';
import { keepSettlementTerms } from '~/contracts/keep-settlement-terms.server';
import { noSettlementTerms } from '~/contracts/settlement-terms';
import { balanceColumns, sameLine } from '~/settlement/load-lines.server';
import { moveCredits, type CreditMove } from '~/settlement/move-credits.server';
import { moveStatementTo } from '~/settlement/move-statement.server';
import type { StatementAction, StatementState } from '~/settlement/statement';
import { addDays } from '~/shared/calendar';
import { firstDay, formatPeriod, periodOf, periodsBetween, type Period } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { creditBalances, statements } from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Cast } from './load-people';
import { actOf, mustBeDone, type Event, type Player, type Portal } from './step';

const FIRST = periodOf(2022, 5);
const LAST = periodOf(2023, 11);

/** Demonstration terms: credits are claimed within sixty days of their month's end; two carriers earn a bonus. */
const CLAIM_DAYS = 60;
const BONUS: Readonly<Record<string, string>> = { DL: '0.5', QX: '1' };

/** What differs from the ordinary course: a claim that nobody made, and disputes with or without a ruling. */
const NEVER_CLAIMED = { vendor: 'G4', period: periodOf(2023, 2) };
const WAIVED = {
  vendor: 'YV',
  period: periodOf(2023, 6),
  text: 'Given up in return for two more crews at DFW in July (demonstration)',
};
const DISPUTED = [
  {
    vendor: 'WN',
    period: periodOf(2022, 12),
    text: 'The winter storm of 21 to 26 December closed Denver and Midway for hours. (demonstration)',
    ruling:
      'Other carriers at the same airports were back on 27 December; the delay went on until the 31st. (demonstration)',
  },
  {
    vendor: 'B6',
    period: periodOf(2023, 10),
    text: '十月份空管限流造成的延误应予扣除，正在补充证据。（演示）',
  },
] as const;

/** Day of the month after, on which each step of the ordinary course is taken. */
const CLAIMED_ON = 17;
const ACCEPTED_ON = 20;
const SENT_ON = 23;
const AGREED_ON = 26;
const SETTLED_ON = 28;
/** Statements of the last month that their carriers have not answered yet. */
const UNANSWERED = ['B6', 'F9', 'WN'];
const UNSETTLED_FROM = LAST;

/** How credits were claimed and months settled, on demonstration terms. */
export function settlementHistory(portal: Portal, cast: Cast): Event[] {
  const months = periodsBetween(FIRST, LAST).flatMap((period): Event[] => {
    const on = (day: number, time: string, run: (at: string) => Promise<void>): Event => ({
      at: `${addDays(firstDay(period + 1), day - 1)}T${time}:00.000Z`,
      run,
    });
    return [
      on(CLAIMED_ON, '16:30', (at) => claimAll(portal, cast, period, at)),
      on(ACCEPTED_ON, '15:10', (at) => answerAll(portal, cast, period, at)),
      on(SENT_ON, '09:20', (at) => moveAll(portal, cast, period, at, 'draft', 'send')),
      on(AGREED_ON, '15:40', (at) => moveAll(portal, cast, period, at, 'sent', 'agree')),
      ...(period < UNSETTLED_FROM
        ? [on(SETTLED_ON, '10:10', (at) => moveAll(portal, cast, period, at, 'agreed', 'settle'))]
        : []),
    ];
  });
  return [...agreements(portal, cast), ...months, ...rulings(portal, cast)];
}

function agreements(portal: Portal, { insiders }: Cast): Event[] {
  const agree = (day: string): Event => ({
    at: `${day}T14:30:00.000Z`,
    run: (at) => agreeAll(portal, actOf(insiders.petra, at), day),
  });
  return [
    {
      at: '2022-04-26T10:00:00.000Z',
      async run(at) {
        const act = actOf(insiders.alan, at);
        mustBeDone(
          await changeSetting(portal.store, act, { name: 'house_currency', value: 'CNY' }),
          'choose the house currency',
        );
      },
    },
    agree('2022-05-01'),
    agree('2023-01-01'),
  ];
}

async function agreeAll(
  { store }: Portal,
  act: ReturnType<typeof actOf>,
  startsOn: string,
): Promise<void> {
  const begun = await store.read
    .select({ id: contracts.id, code: vendors.code })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(eq(contracts.startsOn, startsOn));
  for (const { id, code } of begun)
    mustBeDone(
      await keepSettlementTerms(store, act, {
        contractId: id,
        before: noSettlementTerms,
        effectiveFrom: null,
        terms: {
          ...noSettlementTerms,
          claimDays: CLAIM_DAYS,
          bonusPercent: BONUS[code] ?? null,
        },
      }),
      `agree on the settlement of ${code}`,
    );
}

type Line = { contractId: number; period: Period; code: string };

/** The lines up to a month of which something stands in a state, those of the stories that differ left out. */
async function linesIn(
  { store }: Portal,
  state: 'calculated' | 'claimed' | 'disputed',
  period: Period,
): Promise<Line[]> {
  const rows = await store.read
    .select({
      contractId: creditPeriods.contractId,
      period: creditPeriods.period,
      code: vendors.code,
    })
    .from(creditPeriods)
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .leftJoin(creditBalances, sameLine)
    .where(and(lte(creditPeriods.period, period), gt(balanceColumns[state], 0)))
    .orderBy(vendors.code, creditPeriods.period);
  return rows.filter((line) => !isOf(NEVER_CLAIMED, line));
}

function isOf(story: { vendor: string; period: Period }, line: Line): boolean {
  return story.vendor === line.code && story.period === line.period;
}

async function claimAll(portal: Portal, cast: Cast, period: Period, at: string): Promise<void> {
  const lines = await linesIn(portal, 'calculated', period);
  const { martin } = cast.insiders;
  const given = lines.filter((line) => isOf(WAIVED, line));
  await move(portal, martin, at, given, { action: 'waive', text: WAIVED.text });
  const due = lines.filter((line) => !isOf(WAIVED, line));
  await move(portal, martin, at, due, { action: 'claim' });
}

async function answerAll(portal: Portal, cast: Cast, period: Period, at: string): Promise<void> {
  for (const line of await linesIn(portal, 'claimed', period)) {
    const dispute = DISPUTED.find((each) => isOf(each, line));
    await move(
      portal,
      personOf(cast, line.code),
      at,
      [line],
      dispute ? { action: 'dispute', text: dispute.text } : { action: 'accept' },
    );
  }
}

function rulings(portal: Portal, { insiders }: Cast): Event[] {
  return DISPUTED.flatMap((dispute): Event[] =>
    'ruling' in dispute
      ? [
          {
            at: `${addDays(firstDay(dispute.period + 1), 21)}T08:30:00.000Z`,
            async run(at) {
              const lines = await linesIn(portal, 'disputed', dispute.period);
              const own = lines.filter((line) => isOf(dispute, line));
              await move(portal, insiders.lan, at, own, {
                action: 'reject_dispute',
                text: dispute.ruling,
              });
            },
          },
        ]
      : [],
  );
}

async function move(
  { store }: Portal,
  player: Player,
  at: string,
  lines: readonly Line[],
  how: Pick<CreditMove, 'action' | 'text'>,
): Promise<void> {
  if (lines.length === 0) return;
  const keys = lines.map(({ contractId, period }) => ({ contractId, period }));
  mustBeDone(
    await moveCredits(store, actOf(player, at), { keys, ...how }),
    `${how.action} credits`,
  );
}

/** Moves the statements of a month that stand in a state: ours by procurement, the carriers' by themselves. */
async function moveAll(
  { store }: Portal,
  cast: Cast,
  period: Period,
  at: string,
  from: StatementState,
  action: StatementAction,
): Promise<void> {
  const rows = await store.read
    .select({ id: statements.id, code: vendors.code })
    .from(statements)
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .where(and(eq(statements.period, period), eq(statements.state, from)))
    .orderBy(vendors.code);
  for (const { id, code } of rows) {
    if (action === 'agree' && period === LAST && UNANSWERED.includes(code)) continue;
    const player = action === 'agree' ? personOf(cast, code) : cast.insiders.petra;
    mustBeDone(
      await moveStatementTo(store, actOf(player, at), {
        statementId: id,
        action,
        ...(action === 'settle' && { text: `DEMO-${code}-${formatPeriod(period)}` }),
      }),
      `${action} a statement of ${code}`,
    );
  }
}

function personOf({ carriers }: Cast, vendor: string): Player {
  const person = carriers.get(vendor);
  if (!person) throw new Error(`nobody answers for ${vendor}`);
  return person;
}
