import type { Scope } from '~/auth/act';
import type { vendorDues } from '~/vendors/vendor-queries.server';
import type { Reader } from '~db/store.server';
import { endingCertificates, missingCertificateTasks } from './certificate-task-queries.server';
import { contractsToRenew } from './contract-task-queries.server';
import {
  changesToConfirm,
  invitationsToConfirm,
  reassessmentsDue,
} from './newcomer-task-queries.server';
import { manualEntriesToDecide } from './settlement-task-queries.server';
import type { Task } from './task';

type VendorDue = (typeof vendorDues)[number];

const vendorTasks: Record<
  VendorDue,
  (reader: Reader, scope: Scope, today: string) => Promise<Task[]>
> = {
  reassessment_due: reassessmentsDue,
  certificate_ending: endingCertificates,
  certificate_missing: missingCertificateTasks,
  change_confirm: changesToConfirm,
  invitation_confirm: (reader, scope) => invitationsToConfirm(reader, scope, null),
};

/** The vendors about which one of the things asked for waits on the desk; null where none is asked for. */
export async function vendorsDue(
  reader: Reader,
  scope: Scope,
  asked: readonly string[],
  today: string,
): Promise<number[] | null> {
  if (asked.length === 0) return null;
  const wanted = Object.entries(vendorTasks).filter(([kind]) => asked.includes(kind));
  const found = await Promise.all(wanted.map(([, load]) => load(reader, scope, today)));
  return listedBy(found.flat());
}

/** The contracts about which one of the things asked for waits on the desk; null where none is asked for. */
export async function contractsDue(
  reader: Reader,
  scope: Scope,
  asked: readonly string[],
  today: string,
): Promise<number[] | null> {
  if (asked.length === 0) return null;
  const isByHand = asked.includes('manual_decision');
  const tasks = [
    ...(await contractsToRenew(reader, scope, today)),
    ...(isByHand ? await manualEntriesToDecide(reader, scope, null) : []),
  ];
  return listedBy(tasks.filter(({ kind }) => asked.includes(kind)));
}

function listedBy(tasks: readonly Task[]): number[] {
  return [...new Set(tasks.flatMap(({ listed }) => listed ?? []))];
}
