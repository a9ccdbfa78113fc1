import { eq } from 'drizzle-orm';
import { needsSignOff } from '~/onboarding/due-diligence';
import { openChecks } from '~/onboarding/open-checks.server';
import { tierTable } from '~/vendors/tier';
import { keepOffering } from '~/vendors/keep-offering.server';
import { offerings, vendors } from '~db/schema/vendors';
import type { Cast } from './load-people';
import type { Registers } from './load-registers';
import { checked } from './newcomer-history';
import type { Insider } from './people';
import { actOf, mustBeDone, type Event, type Portal } from './step';

/**
 * Where firms work beyond the airports that there are figures for. That they do is told for demonstration; nothing is
 * measured there, and no figure is made up.
 */
const offers: { code: string; market: string; by: Insider; on: string }[] = [
  { code: 'QX', market: 'CA', by: 'petra', on: '2022-04-27' },
  { code: 'HUATU', market: 'CN', by: 'petra', on: '2023-11-14' },
];

/** The carrier that was checked as its tier asks, by which it stands at the regional level. */
const VOUCHED = { code: 'QX', tier: 'standard', on: '2023-10-18', signedOn: '2023-10-20' } as const;

const FINDING = 'Seen in the public registers and in what the carrier handed in: in order.';

/** How far firms reach, and for whom we vouch how far. */
export function reachHistory(
  portal: Portal,
  { registers, cast }: { registers: Registers; cast: Cast },
): Event[] {
  const { store } = portal;
  const offered = offers.map(({ code, market, by, on }): Event => ({
    at: `${on}T11:00:00.000Z`,
    async run(at) {
      const vendorId = await vendorOf(store, code);
      const place = {
        service: String(registers.serviceId),
        market: String(registers.markets.get(market)),
      };
      const act = actOf(cast.insiders[by], at);
      mustBeDone(await keepOffering(store, act, vendorId, null, place), 'add a place');
      await store.transact(async (tx) => {
        await tx
          .update(offerings)
          .set({ demonstration: true })
          .where(eq(offerings.vendorId, vendorId));
      });
    },
  }));
  const { code, tier, on, signedOn } = VOUCHED;
  const opened: Event = {
    at: `${on}T09:00:00.000Z`,
    async run(at) {
      const act = actOf(cast.insiders.petra, at);
      mustBeDone(await openChecks(store, act, await vendorOf(store, code)), 'open its checks');
    },
  };
  const checks = tierTable[tier].checks.flatMap((kind) =>
    checked(
      portal,
      cast,
      { code },
      {
        ...{ kind, reviewer: 'petra', on },
        result: {
          ...{ what: 'passed', finding: FINDING },
          ...(needsSignOff(tier, kind) && { signedOff: { by: 'martin', on: signedOn } }),
        },
      },
    ),
  );
  return [...offered, opened, ...checks];
}

async function vendorOf(store: Portal['store'], code: string): Promise<number> {
  const [row] = await store.read
    .select({ id: vendors.id })
    .from(vendors)
    .where(eq(vendors.code, code));
  if (!row) throw new Error(`there is no vendor ${code}`);
  return row.id;
}
