import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { recordAssessment } from '~/onboarding/record-assessment.server';
import { keepRisk } from '~/risks/keep-risk.server';
import { keepCertificate } from '~/vendors/keep-certificate.server';
import { keepContact } from '~/vendors/keep-contact.server';
import { keepOffering } from '~/vendors/keep-offering.server';
import { offerings } from '~db/schema/vendors';
import { demoCarriers, type DemoCarrier } from './carriers';
import type { Figures } from './figures';
import type { Cast } from './load-people';
import type { Registers } from './load-registers';
import { offeringFigures, type OfferingFigures } from './offering-figures';
import { vendorEmail } from './people';
import {
  certificateEnds,
  conditionalBelow,
  INSURANCE,
  readyOn,
  risks,
  SAFETY,
  standbys,
  type Standby,
  withoutSafetyAudit,
} from './standing';
import { actOf, mustBeDone, type Event, type Portal } from './step';

const ASSESSED_ON = '2022-10-17';
const VALID_UNTIL = '2024-10-31';
const ISSUED_ON = '2022-04-11';

type Known = { figures: Figures; registers: Registers; cast: Cast };

/** What each carrier offers, holds and whom to turn to: entered by procurement, for demonstration. */
export async function loadStanding(portal: Portal, known: Known, at: string): Promise<void> {
  const { registers, cast } = known;
  const act = actOf(cast.insiders.petra, at);
  await loadOfferings(portal, act, known);
  for (const { code } of demoCarriers) {
    const vendorId = vendorOf(registers, code);
    await loadCertificates(portal, act, vendorId, code);
    await loadContacts(portal, act, vendorId, code);
  }
}

/** What came later, each on its day: scorings, risks, and second sources made ready. */
export function laterStanding(portal: Portal, known: Known): Event[] {
  const { registers, cast } = known;
  const scored: Event = {
    at: `${ASSESSED_ON}T09:00:00.000Z`,
    async run(at) {
      for (const carrier of demoCarriers) {
        const vendorId = vendorOf(registers, carrier.code);
        const act = actOf(cast.insiders.chen, at);
        mustBeDone(
          await recordAssessment(portal.store, act, vendorId, assessmentOf(carrier)),
          'record an assessment',
        );
      }
    },
  };
  const raised = risks.map(({ carrier, ...risk }): Event => ({
    at: `${risk.reviewedOn}T15:00:00.000Z`,
    async run(at) {
      const act = actOf(cast.insiders.martin, at);
      const vendorId = vendorOf(registers, carrier);
      mustBeDone(await keepRisk(portal.store, act, vendorId, null, textsOf(risk)), 'raise a risk');
    },
  }));
  const prepared = standbys.map((standby): Event => ({
    at: `${readyOn(standby)}T10:00:00.000Z`,
    run: (at) => prepareStandby(portal, known, standby, at),
  }));
  return [scored, ...raised, ...prepared];
}

function vendorOf({ vendors }: Registers, code: string): number {
  const vendorId = vendors.get(code);
  if (vendorId === undefined) throw new Error(`there is no vendor ${code}`);
  return vendorId;
}

async function loadOfferings(portal: Portal, act: Act, known: Known): Promise<void> {
  const { store } = portal;
  for (const place of offeringFigures(known.figures)) {
    const vendorId = vendorOf(known.registers, place.carrier);
    const input = offeringInput(known, place);
    mustBeDone(await keepOffering(store, act, vendorId, null, input), 'add an offering');
  }
  await store.transact(async (tx) => {
    await tx.update(offerings).set({ demonstration: true });
  });
}

async function prepareStandby(
  { store }: Portal,
  known: Known,
  standby: Standby,
  at: string,
): Promise<void> {
  const { registers, figures, cast } = known;
  const vendorId = vendorOf(registers, standby.carrier);
  const marketId = registers.markets.get(standby.airport) ?? 0;
  const [offering] = await store.read
    .select({ id: offerings.id })
    .from(offerings)
    .where(and(eq(offerings.vendorId, vendorId), eq(offerings.marketId, marketId)));
  const place = offeringFigures(figures).find(
    ({ carrier, airport }) => carrier === standby.carrier && airport === standby.airport,
  );
  if (!offering || !place)
    throw new Error(`${standby.carrier} offers nothing at ${standby.airport}`);
  const input = {
    ...offeringInput(known, place),
    standbyOrder: String(standby.order),
    standbySignedOn: standby.signed,
    switchTestedOn: standby.tested ?? '',
    integratedOn: standby.integrated ?? '',
  };
  const act = actOf(cast.insiders.chen, at);
  mustBeDone(await keepOffering(store, act, vendorId, offering.id, input), 'ready a standby');
}

function offeringInput({ registers }: Known, place: OfferingFigures) {
  const carrier = demoCarriers.find(({ code }) => code === place.carrier);
  if (!carrier) throw new Error(`the demo does not know ${place.carrier}`);
  return {
    service: String(registers.serviceId),
    market: String(registers.markets.get(place.airport)),
    capacity: String(place.capacity),
    carried: String(place.carried),
    sharePercent: place.sharePercent,
    unitPrice: carrier.price.amount,
    currency: carrier.price.currency,
    leadTimeDays: '14',
    switchDays: String(carrier.switchDays),
  };
}

async function loadCertificates(
  { store }: Portal,
  act: Act,
  vendorId: number,
  code: string,
): Promise<void> {
  for (const kind of [SAFETY, INSURANCE]) {
    if (kind === SAFETY && code === withoutSafetyAudit) continue;
    const own = certificateEnds[code];
    const expiresOn = own?.kind === kind ? own.expiresOn : '2025-06-30';
    const number = `DEMO-${code}-${kind === SAFETY ? 'SA' : 'LI'}`;
    const input = { kind, number, issuedOn: ISSUED_ON, expiresOn };
    mustBeDone(await keepCertificate(store, act, vendorId, null, input), 'add a certificate');
  }
}

async function loadContacts(
  { store }: Portal,
  act: Act,
  vendorId: number,
  code: string,
): Promise<void> {
  const theirs = (role: string, level: string, name: string) => ({
    side: 'vendor',
    role,
    level,
    name,
    email: vendorEmail(code).replace('reports', role.replace('_', '.') + level),
    phone: '',
  });
  const people = [
    { ...theirs('sponsor', '', 'Martin Sample'), side: 'ours', email: 'martin@mainstay.example' },
    theirs('account_manager', '', `Alex Sample (${code})`),
    theirs('escalation', '1', `Robin Sample (${code})`),
    theirs('escalation', '2', `Kim Sample (${code})`),
  ];
  for (const person of people)
    mustBeDone(await keepContact(store, act, vendorId, null, person), 'add a contact');
}

function assessmentOf({ score }: DemoCarrier) {
  return {
    scorecard: 'Five dimensions (demonstration)',
    total: String(score),
    result: score < conditionalBelow ? 'conditional' : 'qualified',
    assessedOn: ASSESSED_ON,
    validUntil: VALID_UNTIL,
  };
}

function textsOf(fields: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
