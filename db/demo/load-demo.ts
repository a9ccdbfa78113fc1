import { sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { seedClauses } from '~/contracts/seed-clauses.server';
import { auditEntries } from '~db/schema/audit';
import { people, settings } from '~db/schema/auth';
import type { Reader } from '~db/store.server';
import { caseHistory } from './case-history';
import { amendments, startOf } from './contract-files';
import { demoCarriers } from './carriers';
import { dueDiligence } from './due-diligence';
import { readFigures } from './figures';
import { dateRuns, jobHistory } from './job-history';
import { amendContract, loadContracts } from './load-contracts';
import { clauseHistory } from './load-clauses';
import { loadPeople } from './load-people';
import { loadRegisters, rateHistory } from './load-registers';
import { laterStanding, loadStanding } from './load-standing';
import { manualEntryHistory } from './manual-entries';
import { newcomerHistory } from './newcomer-history';
import { standardHistory } from './load-standards';
import { DEMO_NOW, DEMO_PASSWORD, demoPeople, vendorEmail, vendorPeople } from './people';
import { proposalHistory } from './proposal-history';
import { reachHistory } from './reach-history';
import { reportHistory } from './report-history';
import { reviewHistory } from './review-history';
import { settlementHistory } from './settlement-history';
import { setupAct, type Event, type Portal } from './step';

/** Loads the demo into an empty store, through the same verbs as people and jobs use, day by day. */
export async function loadDemo(portal: Portal, progress: (text: string) => void): Promise<void> {
  const figures = readFigures();
  await seedClauses(portal.store, new Date('2022-04-25T07:00:00.000Z'));
  progress('registers, people, contracts');
  const registers = await loadRegisters(portal, figures, '2022-04-25T08:00:00.000Z');
  const cast = await loadPeople(portal, '2022-04-25T09:00:00.000Z');
  const known = { figures, registers, cast };
  await loadStanding(portal, known, '2022-04-26T09:00:00.000Z');
  const starts = [...new Set(demoCarriers.map(({ code }) => startOf(code)))];
  const events: Event[] = [
    ...starts.map((day) => ({
      at: `${day}T14:00:00.000Z`,
      run: () => loadContracts(portal, known, day),
    })),
    ...amendments.map((one) => ({
      at: one.proposedAt,
      run: () => amendContract(portal, cast, one),
    })),
    ...rateHistory(portal),
    ...laterStanding(portal, known),
    ...reportHistory(portal, known),
    ...jobHistory(portal),
    ...caseHistory(portal, cast),
    ...proposalHistory(portal, cast),
    ...settlementHistory(portal, cast),
    ...manualEntryHistory(portal, cast),
    ...dueDiligence(portal, cast),
    ...newcomerHistory(portal, cast),
    ...reachHistory(portal, known),
    ...clauseHistory(portal, cast),
    ...standardHistory(portal, known),
    ...reviewHistory(portal, cast),
  ];
  await play(events, progress);
  await dateRuns(portal);
  await writeDemoSetting(portal);
}

/** Lets the events happen in the order of their instants. */
async function play(events: readonly Event[], progress: (text: string) => void): Promise<void> {
  let month = '';
  for (const { at, run } of [...events].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (at.slice(0, 7) !== month) progress((month = at.slice(0, 7)));
    await run(at);
  }
}

/** Whether a store can take the demo: it is empty, holds the demo, or something else. */
export async function holdingOf(reader: Reader): Promise<'empty' | 'demo' | 'other'> {
  const [demo] = await reader
    .select()
    .from(settings)
    .where(sql`${settings.name} = 'demo'`);
  if (demo) return 'demo';
  // Whatever anybody has done is in the audit trail.
  const counts = [await reader.$count(auditEntries), await reader.$count(people)];
  return counts.every((count) => count === 0) ? 'empty' : 'other';
}

/** From here on the store holds the demo: its clock stands, its sign-ins are shown. */
async function writeDemoSetting({ store }: Portal): Promise<void> {
  const emails = [
    ...Object.values(demoPeople).map(({ email }) => email),
    ...Object.keys(vendorPeople).map(vendorEmail),
  ];
  const accounts = emails.map((email) => ({ email, password: DEMO_PASSWORD }));
  const act = setupAct(DEMO_NOW);
  await store.transact(async (tx) => {
    await tx.insert(settings).values({
      name: 'demo',
      value: { now: DEMO_NOW, accounts },
      changedAt: DEMO_NOW,
    });
    await record(tx, act, {
      action: 'demo.loaded',
      entity: 'demo',
      entityId: 'demo',
      after: { now: DEMO_NOW },
    });
  });
}
