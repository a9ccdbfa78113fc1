import type { Scope } from '~/auth/act';
import type { contractDues } from '~/contracts/contract-queries.server';
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
type ContractDue = (typeof contractDues)[number];

/** What a list is asked for, on which day and by whom: nobody is shown what they made and others decide. */
type Asked = { asked: readonly string[]; today: string; personId: number };

const vendorTasks: Record<
  VendorDue,
  (reader: Reader, scope: Scope, asked: Asked) => Promise<Task[]>
> = {
  reassessment_due: reassessmentsDue,
  certificate_ending: (reader, scope, { today }) => endingCertificates(reader, scope, today),
  certificate_missing: (reader, scope, { today }) => missingCertificateTasks(reader, scope, today),
  change_confirm: changesToConfirm,
  invitation_confirm: (reader, scope, { personId }) =>
    invitationsToConfirm(reader, scope, personId),
};

/** The vendors about which one of the things asked for waits on the desk; null where none is asked for. */
export async function vendorsDue(
  reader: Reader,
  scope: Scope,
  query: Asked,
): Promise<number[] | null> {
  const { asked } = query;
  if (asked.length === 0) return null;
  const wanted = Object.entries(vendorTasks).filter(([kind]) => asked.includes(kind));
  const found = await Promise.all(wanted.map(([, load]) => load(reader, scope, query)));
  return listedBy(found.flat());
}

/** The contracts about which one of the things asked for waits on the desk; null where none is asked for. */
export async function contractsDue(
  reader: Reader,
  scope: Scope,
  { asked, today, personId }: Asked,
): Promise<number[] | null> {
  if (asked.length === 0) return null;
  const asksFor = (...kinds: ContractDue[]) => kinds.some((kind) => asked.includes(kind));
  const isToRenew = asksFor('contract_notice', 'contract_ending');
  const tasks = [
    ...(isToRenew ? await contractsToRenew(reader, scope, today) : []),
    ...(asksFor('manual_decision') ? await manualEntriesToDecide(reader, scope, personId) : []),
  ];
  return listedBy(tasks.filter(({ kind }) => asked.includes(kind)));
}

function listedBy(tasks: readonly Task[]): number[] {
  return [...new Set(tasks.flatMap(({ listed }) => listed ?? []))];
}
