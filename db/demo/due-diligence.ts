import { and, eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { checksOfVendor } from '~/onboarding/check-queries.server';
import { addEvidence } from '~/onboarding/keep-evidence.server';
import { loadSanctions } from '~/onboarding/load-sanctions.server';
import { openChecks } from '~/onboarding/open-checks.server';
import { assignCheck, recordCheckResult } from '~/onboarding/review-check.server';
import { screenVendors } from '~/onboarding/screen-vendors.server';
import { shareCheck } from '~/onboarding/share-check.server';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { keepIdentifier } from '~/vendors/keep-identifier.server';
import { registerVendor } from '~/vendors/register-vendor.server';
import type { TierCheck } from '~/vendors/tier';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import { demoFile } from './figures';
import type { Cast } from './load-people';
import {
  actOf,
  mustBeDone,
  mustHaveNoFaults,
  setupAct,
  type Event,
  type Player,
  type Portal,
} from './step';

/** An invented charter firm that is being looked at: its name is like one of the synthetic sanctions list. */
const CHARTER = {
  code: 'NLC',
  name: 'Northlight Air Charter Ltd',
  country: 'IE',
  note: 'Demonstration: invented firm.',
};

/** How the checks of the charter firm came to stand: one passed, one waits for its sign-off, one is with a lawyer. */
export function dueDiligence({ store }: Portal, { insiders }: Cast): Event[] {
  const { petra, chen, lena } = insiders;
  return [
    registered(store, chen),
    lookedUp(store, petra),
    screened(store),
    givenOut(store, { petra, lena }),
    ...lawyersCheck(store, { chen, lena }),
  ];
}

/** It is registered and graded, its checks are opened and its numbers entered. */
function registered(store: Portal['store'], chen: Player): Event {
  return {
    at: '2024-01-03T09:10:00.000Z',
    run: async (at) => {
      const act = actOf(chen, at);
      const { vendorId } = mustBeDone(await registerVendor(store, act, CHARTER), 'register it');
      mustBeDone(
        await gradeVendor(store, act, vendorId, {
          spend: '1',
          criticality: '2',
          dataAccess: '2',
          replaceability: '2',
        }),
        'grade it',
      );
      mustBeDone(await openChecks(store, act, vendorId), 'open its checks');
      for (const number of [
        { kind: 'vat', value: 'IE6433435F' },
        { kind: 'duns', value: '150483782' },
      ])
        mustBeDone(await keepIdentifier(store, act, vendorId, null, number), 'enter a number');
      await store.transact(async (tx) => {
        await tx.update(vendors).set({ demonstration: true }).where(eq(vendors.id, vendorId));
      });
    },
  };
}

/** The extract of the register passes its first check; it is put up for screening. */
function lookedUp(store: Portal['store'], petra: Player): Event {
  return {
    at: '2024-01-04T10:00:00.000Z',
    run: async (at) => {
      const act = actOf(petra, at);
      const registration = await charterCheck(store, 'registration');
      mustBeDone(
        await addEvidence(store, act, registration, {
          kind: 'note',
          title: 'Extract of the commercial register',
          note: 'Name, seat and directors agree with what the vendor told us.',
        }),
        'add evidence',
      );
      mustBeDone(
        await recordCheckResult(store, act, registration, {
          result: 'passed',
          finding: 'Registered since 2011; name, seat and VAT number agree with the register.',
          reviewedOn: at.slice(0, 10),
        }),
        'record the registration',
      );
      mustBeDone(
        await changeVendorStatus(store, act, await charterId(store), { status: 'screening' }),
        'put it up for screening',
      );
    },
  };
}

/** Its name is held against a list of invented names. */
function screened(store: Portal['store']): Event {
  return {
    at: '2024-01-05T08:00:00.000Z',
    run: async (at) => {
      mustHaveNoFaults(
        await loadSanctions(store, setupAct(at), demoFile('sanctions-synthetic.csv'), {
          source: 'SYNTHETIC',
          listedOn: '2024-01-05',
          note: 'Invented names, for demonstration',
        }),
        'load the synthetic list',
      );
      await screenVendors(store, setupAct(at));
    },
  };
}

/** Its accounts pass; its licences are given to a buyer, its litigation to a lawyer. */
function givenOut(
  store: Portal['store'],
  { petra, lena }: Record<'petra' | 'lena', Player>,
): Event {
  return {
    at: '2024-01-09T14:20:00.000Z',
    run: async (at) => {
      const act = actOf(petra, at);
      mustBeDone(
        await recordCheckResult(store, act, await charterCheck(store, 'financial_health'), {
          result: 'passed',
          finding: 'Two years of accounts: profit in both, no single customer above 20 %.',
          reviewedOn: at.slice(0, 10),
        }),
        'record the financial health',
      );
      mustBeDone(
        await assignCheck(store, act, await charterCheck(store, 'licences'), {
          reviewer: String(petra.personId),
        }),
        'assign the licences',
      );
      mustBeDone(
        await shareCheck(store, act, await charterCheck(store, 'litigation'), {
          reviewer: String(lena.personId),
        }),
        'give the litigation to the lawyer',
      );
    },
  };
}

async function charterId(store: Portal['store']): Promise<number> {
  const [row] = await store.read
    .select({ id: vendors.id })
    .from(vendors)
    .where(eq(vendors.code, CHARTER.code));
  if (!row) throw new Error('the charter firm is not there');
  return row.id;
}

async function charterCheck(store: Portal['store'], kind: TierCheck): Promise<number> {
  const checks = await checksOfVendor(store.read, everything, await charterId(store));
  const found = checks.find((each) => each.kind === kind);
  if (!found) throw new Error(`the charter firm has no check ${kind}`);
  return found.id;
}

/** The check of a carrier on its way in that a lawyer outside made: given, handed in, and there to be seen since. */
function lawyersCheck(store: Portal['store'], { chen, lena }: Record<'chen' | 'lena', Player>) {
  const litigation = async () => {
    const [row] = await store.read
      .select({ id: dueDiligenceChecks.id })
      .from(dueDiligenceChecks)
      .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
      .where(and(eq(vendors.code, 'CORDILLERA'), eq(dueDiligenceChecks.kind, 'litigation')));
    if (!row) throw new Error('the carrier has no check of its litigation');
    return row.id;
  };
  return [
    {
      at: '2024-01-08T09:20:00.000Z',
      run: async (at: string) => {
        const reviewer = { reviewer: String(lena.personId) };
        mustBeDone(await shareCheck(store, actOf(chen, at), await litigation(), reviewer), 'ask');
      },
    },
    {
      at: '2024-01-10T16:30:00.000Z',
      run: async (at: string) => {
        const result = {
          result: 'passed',
          finding: 'No case is pending; two of 2019, both over lost baggage, were settled.',
          reviewedOn: at.slice(0, 10),
        };
        mustBeDone(
          await recordCheckResult(store, actOf(lena, at), await litigation(), result),
          'look',
        );
      },
    },
  ] satisfies Event[];
}
