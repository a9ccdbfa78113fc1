import { dayOf, type Scope } from '~/auth/act';
import type { Role } from '~/auth/permission';
import { machineClock } from '~/shared/clock';
import type { Reader } from '~db/store.server';
import { dueActions } from './action-task-queries.server';
import { scoresDue } from './assessment-task-queries.server';
import { administrationTasks } from './administration-task-queries.server';
import { casesToAnswer, casesToDecide } from './case-task-queries.server';
import {
  creditsToAnswer,
  creditsToClaim,
  creditsToRule,
  manualEntriesToDecide,
  statementsToAnswer,
  statementsToSettle,
} from './settlement-task-queries.server';
import { endingCertificates, missingCertificateTasks } from './certificate-task-queries.server';
import {
  checksToRenew,
  checksToReview,
  checksToSignOff,
  hitsToDecide,
} from './check-task-queries.server';
import { contractsToRenew } from './contract-task-queries.server';
import {
  changesToConfirm,
  companiesToGrade,
  descriptionsToRead,
  descriptionToMend,
  invitationsToConfirm,
  reassessmentsDue,
} from './newcomer-task-queries.server';
import { openGaps, proposalsToDecide, switchSteps } from './fallback-task-queries.server';
import {
  overdueReports,
  reportsToMend,
  reportsToReview,
  reportsToSend,
} from './report-task-queries.server';
import { reviewTasks } from './review-task-queries.server';
import type { Task } from './task';

/** Whose desk it is: a reach, a language, and the person where somebody is signed in. */
type Asked = { scope: Scope; now: Date; locale: string; personId?: number };

/** Everything that waits for a person of a role today, in no order. */
export async function tasksFor(reader: Reader, role: Role, asked: Asked): Promise<Task[]> {
  const { scope, now, locale } = asked;
  const personId = asked.personId ?? null;
  const today = dayOf(now);
  const mine = { today, personId, locale };
  const owed = personId === null ? [] : await scoresDue(reader, personId);
  switch (role) {
    case 'manager':
      return [
        ...(await overdueReports(reader, scope, now)),
        ...(await reportsToReview(reader, scope)),
        ...(await casesToDecide(reader, scope, locale)),
        ...(await reviewTasks(reader, scope, { now, side: 'ours' })),
        ...(await creditsToRule(reader, scope)),
        ...(await creditsToClaim(reader, scope, today)),
        ...(await manualEntriesToDecide(reader, scope, personId)),
        ...(await proposalsToDecide(reader, scope, locale)),
        ...(await contractsToRenew(reader, scope, today)),
        ...owed,
        ...(await dueActions(reader, scope, mine)),
        ...(await checksToSignOff(reader, scope, personId)),
        ...(await checksToReview(reader, scope, personId)),
      ];
    case 'procurement':
      return [
        ...(await hitsToDecide(reader, scope)),
        ...(await descriptionsToRead(reader, scope)),
        ...(await companiesToGrade(reader, scope)),
        ...(await changesToConfirm(reader, scope)),
        ...(await invitationsToConfirm(reader, scope, personId)),
        ...(await reassessmentsDue(reader, scope)),
        ...(await checksToSignOff(reader, scope, personId)),
        ...(await checksToReview(reader, scope, personId)),
        ...(await checksToRenew(reader, scope)),
        ...(await statementsToSettle(reader, scope)),
        ...(await manualEntriesToDecide(reader, scope, personId)),
        ...(await reviewTasks(reader, scope, { now, side: 'ours' })),
        ...(await contractsToRenew(reader, scope, today)),
        ...(await switchSteps(reader, scope, locale)),
        ...owed,
        ...(await dueActions(reader, scope, mine)),
        ...(await openGaps(reader, scope, locale)),
        ...(await endingCertificates(reader, scope, today)),
        ...(await missingCertificateTasks(reader, scope, today)),
      ];
    case 'vendor':
      return [
        ...(await descriptionToMend(reader, scope)),
        ...(await invitationsToConfirm(reader, scope, personId)),
        ...(await reportsToMend(reader, scope)),
        ...(await reportsToSend(reader, scope, now)),
        ...(await casesToAnswer(reader, scope, locale)),
        ...(await creditsToAnswer(reader, scope)),
        ...(await statementsToAnswer(reader, scope)),
        ...(await reviewTasks(reader, scope, { now, side: 'vendor' })),
        ...(await dueActions(reader, scope, mine)),
      ];
    case 'administrator':
      return administrationTasks(reader, machineClock.now());
    case 'reviewer':
      return [...owed, ...(await checksToReview(reader, scope, personId))];
    case 'auditor':
      return overdueReports(reader, scope, now);
  }
}
