import { and, asc, eq, isNull } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { markStale } from '~/contracts/mark-stale.server';
import { periodOf } from '~/shared/period';
import { kpis, readings, reports } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import { caseEvents, cases } from '~db/schema/cases';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../cast';
import { freshStore } from '../database';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { followCases } from '~/sla/follow-cases.server';

export let store: Store;
export let cast: Cast;
export let caseId: number;
export let bruno: Act;
export let mona: Act;
export let marek: Act;

/** Begins each test with a breach of the bad vendor, its case open. */
export function openCaseForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    await evaluateDueContracts(store, testNow, '2024-01-12');
    caseId = (await caseOf(cast.vendor.brittle.id)).id;
    bruno = actOf(cast.person.bruno, cast.vendor.brittle.id);
    mona = actOf(cast.person.mona);
    marek = actOf(cast.person.marek);
  });
}

export function actOf(person: CastPerson, vendorId: number | null = null, on = testNow): Act {
  const { id, name, role } = person;
  return {
    actor: { kind: 'person', personId: id, name, role, address: null },
    now: on,
    scope: vendorId === null ? everything : { kind: 'vendor', vendorId },
  };
}

export const on = (act: Act, day: string): Act => ({
  ...act,
  now: new Date(`${day}T09:00:00.000Z`),
});

export async function caseOf(vendorId: number) {
  const [row] = await store.read
    .select()
    .from(cases)
    .where(and(eq(cases.vendorId, vendorId), isNull(cases.closedAt)));
  if (!row) throw new Error('no open case');
  return row;
}

export async function stateOf(id = caseId) {
  const [row] = await store.read.select().from(cases).where(eq(cases.id, id));
  return row;
}

export const eventsOf = async (id = caseId) =>
  store.read
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, id))
    .orderBy(asc(caseEvents.at), asc(caseEvents.id));

export const kindsOf = async (id = caseId) =>
  (await eventsOf(id)).map(({ kind }) => kind).filter((kind) => kind !== 'breach_added');

export const mailsOf = async (template: string) =>
  (
    await store.read
      .select({ to: mails.toAddress })
      .from(mails)
      .where(eq(mails.template, template))
      .orderBy(asc(mails.toAddress))
  ).map(({ to }) => to);

export const follow = (day: string) => followCases(store, new Date(`${day}T12:00:00.000Z`), day);

export const plan = {
  whys: ['Trains leave late', 'Crews arrive late', ''],
  corrective: [{ what: 'Add a stand-by crew', dueOn: '2024-02-09' }],
  preventive: [
    { what: 'Plan rosters four weeks ahead', dueOn: '2024-03-29' },
    { what: ' ', dueOn: '' },
  ],
};

/** Brittle delivers months of 2024, accepted. */
export async function deliver(values: Record<number, string>): Promise<void> {
  const vendorId = cast.vendor.brittle.id;
  await store.transact(async (tx) => {
    const at = testNow.toISOString();
    const [kpi] = await tx.select().from(kpis).where(eq(kpis.code, 'OTD_PCT'));
    const [report] = await tx
      .insert(reports)
      .values({
        vendorId,
        state: 'accepted',
        source: 'vendor_report',
        channel: 'file',
        createdAt: at,
        submittedAt: at,
      })
      .returning({ id: reports.id });
    await tx.insert(readings).values(
      Object.entries(values).map(([month, value]) => ({
        reportId: report?.id ?? 0,
        vendorId,
        kpiId: kpi?.id ?? 0,
        period: periodOf(2024, Number(month)),
        source: 'vendor_report' as const,
        value,
      })),
    );
    await markStale(tx, [cast.vendor.brittle.contractId]);
  });
}
