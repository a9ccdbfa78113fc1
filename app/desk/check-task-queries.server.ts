import { and, asc, desc, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { checksWithin } from '~/onboarding/check-queries.server';
import type { checkStates } from '~/onboarding/due-diligence';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { screeningHits } from '~db/schema/screening';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Task } from './task';

const MOST = 200;

/** Results that wait for a second person, the reader not being the first. */
export async function checksToSignOff(
  reader: Reader,
  scope: Scope,
  personId: number | null,
): Promise<Task[]> {
  const { reviewerId } = dueDiligenceChecks;
  const isAnothers =
    personId === null ? undefined : or(isNull(reviewerId), ne(reviewerId, personId));
  const rows = await checksInState(reader, scope, 'awaiting_sign_off', isAnothers);
  return rows.map((row) => taskOf('check_sign_off', row));
}

/** Checks that are the reader's to make. */
export async function checksToReview(
  reader: Reader,
  scope: Scope,
  personId: number | null,
): Promise<Task[]> {
  // Whatever an outside reviewer was given is theirs to make.
  const isTheirs =
    scope.kind === 'grants' || personId === null
      ? undefined
      : eq(dueDiligenceChecks.reviewerId, personId);
  const rows = await checksInState(reader, scope, 'in_progress', isTheirs);
  return rows.map((row) => taskOf('check_review', row));
}

/** Results that have run out, of vendors that work for us or may. */
export async function checksToRenew(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await checksInState(reader, scope, 'expired');
  return rows.map((row) => ({ ...taskOf('check_expired', row), dueOn: row.expiresOn }));
}

/** Names that may be on a sanctions list. */
export async function hitsToDecide(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await reader
    .select({
      id: screeningHits.id,
      name: screeningHits.subjectName,
      source: screeningHits.source,
      vendor: vendors.name,
    })
    .from(screeningHits)
    .innerJoin(vendors, eq(vendors.id, screeningHits.vendorId))
    .where(and(withinScope(scope, screeningHits.vendorId), eq(screeningHits.state, 'open')))
    .orderBy(desc(screeningHits.score), desc(screeningHits.id))
    .limit(MOST);
  return rows.map(({ id, vendor, source }) => ({
    kind: 'screening_hit',
    key: `hit:${id}`,
    href: `/screening/${id}`,
    dueOn: null,
    period: null,
    params: { vendor, source },
  }));
}

function taskOf(
  kind: Task['kind'],
  { id, check, vendor }: { id: number; check: string; vendor: string },
): Task {
  return {
    kind,
    key: `${kind}:${id}`,
    href: `/checks/${id}`,
    dueOn: null,
    period: null,
    params: { vendor, check },
  };
}

/** Checks in a state, what runs out first before the others. */
function checksInState(
  reader: Reader,
  scope: Scope,
  state: (typeof checkStates)[number],
  more?: SQL,
) {
  return reader
    .select({
      id: dueDiligenceChecks.id,
      check: dueDiligenceChecks.kind,
      expiresOn: dueDiligenceChecks.expiresOn,
      vendor: vendors.name,
    })
    .from(dueDiligenceChecks)
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .where(and(checksWithin(scope), eq(dueDiligenceChecks.state, state), more))
    .orderBy(
      ...(state === 'expired' ? [asc(dueDiligenceChecks.expiresOn)] : []),
      asc(dueDiligenceChecks.id),
    )
    .limit(MOST);
}
