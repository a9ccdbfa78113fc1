import { everything } from '~/auth/act';
import { findContractByNumber } from '~/contracts/contract-queries.server';
import { approveManualEntry } from '~/settlement/decide-manual-entry.server';
import { proposeManualEntry } from '~/settlement/propose-manual-entry.server';
import { contractNumber } from './contract-files';
import type { Cast } from './load-people';
import { actOf, mustBeDone, type Event, type Portal } from './step';

type ToldEntry = {
  vendor: string;
  proposedAt: string;
  /** Null while it still waits for a second person. */
  approvedAt: string | null;
  input: { kind: string; period: string; amount: string; reason: string; evidence: string };
};

/** Bonuses and penalties that no rule computes, proposed by procurement and decided by a manager. */
const entries: readonly ToldEntry[] = [
  {
    vendor: 'WN',
    proposedAt: '2023-01-19T10:00:00.000Z',
    approvedAt: '2023-01-20T09:00:00.000Z',
    input: {
      ...{ kind: 'penalty', period: '2022-12', amount: '25000' },
      reason: 'Crews were not reachable over the control line for four days (demonstration)',
      evidence: 'Log of the control line, 22 to 26 December 2022 (demonstration)',
    },
  },
  {
    vendor: 'AS',
    proposedAt: '2023-09-12T10:00:00.000Z',
    approvedAt: '2023-09-13T09:30:00.000Z',
    input: {
      ...{ kind: 'bonus', period: '2023-08', amount: '6000' },
      reason: 'Took over eleven flights within a day after the fires on Maui (demonstration)',
      evidence: 'Minutes of the review of 8 September 2023, item 3 (demonstration)',
    },
  },
  {
    vendor: 'NK',
    proposedAt: '2024-01-11T10:00:00.000Z',
    approvedAt: null,
    input: {
      ...{ kind: 'penalty', period: '2023-12', amount: '4000' },
      reason: 'Three changes of schedule without the notice of ten days (demonstration)',
      evidence: 'Notices of 4, 11 and 18 December 2023 in the shared mailbox (demonstration)',
    },
  },
];

/** When each of them was proposed and approved. */
export function manualEntryHistory(portal: Portal, { insiders }: Cast): Event[] {
  return entries.flatMap(({ vendor, proposedAt, approvedAt, input }) => {
    let of = { contractId: 0, entryId: 0 };
    const propose: Event = {
      at: proposedAt,
      async run(at) {
        const number = contractNumber(vendor);
        const contract = await findContractByNumber(portal.store.read, everything, number);
        const contractId = contract?.id ?? 0;
        const act = actOf(insiders.chen, at);
        const outcome = await proposeManualEntry(portal, act, { contractId, input });
        const { entryId } = mustBeDone(outcome, `propose an entry for ${vendor}`);
        of = { contractId, entryId };
      },
    };
    if (approvedAt === null) return [propose];
    const approve: Event = {
      at: approvedAt,
      async run(at) {
        const act = actOf(insiders.martin, at);
        mustBeDone(
          await approveManualEntry(portal.store, act, of),
          `approve the entry for ${vendor}`,
        );
      },
    };
    return [propose, approve];
  });
}
