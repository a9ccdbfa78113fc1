import { and, asc, desc, eq, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { isShutOut } from '~/auth/shut-out.server';
import type { Recipient } from '~/notifications/queue-mail.server';
import { alias } from '~db/columns';
import { people } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

const inviters = alias(people, 'inviters');
const columns = {
  id: vendorInvitations.id,
  vendorId: vendorInvitations.vendorId,
  serviceIds: vendorInvitations.serviceIds,
  sentAt: vendorInvitations.sentAt,
  expiresAt: vendorInvitations.expiresAt,
  acceptedAt: vendorInvitations.acceptedAt,
  revokedAt: vendorInvitations.revokedAt,
  waitsSince: vendorInvitations.waitsSince,
  invitedBy: vendorInvitations.invitedBy,
  inviter: inviters.name,
  personId: people.id,
  contact: people.name,
  email: people.email,
  locale: people.locale,
  personActive: people.active,
  shutOut: isShutOut,
  vendorName: vendors.name,
};

function found(reader: Reader) {
  return reader
    .select(columns)
    .from(vendorInvitations)
    .innerJoin(people, eq(people.id, vendorInvitations.personId))
    .innerJoin(vendors, eq(vendors.id, vendorInvitations.vendorId))
    .leftJoin(inviters, eq(inviters.id, vendorInvitations.invitedBy));
}

/** Whom of a vendor we invited, the latest first. */
export async function invitationsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return found(reader)
    .where(
      and(eq(vendorInvitations.vendorId, vendorId), withinScope(scope, vendorInvitations.vendorId)),
    )
    .orderBy(desc(vendorInvitations.invitedAt), desc(vendorInvitations.id));
}

/** One invitation of a vendor within the scope. */
export async function findInvitation(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  invitationId: number,
) {
  const [row] = await found(reader).where(
    and(
      eq(vendorInvitations.id, invitationId),
      eq(vendorInvitations.vendorId, vendorId),
      withinScope(scope, vendorInvitations.vendorId),
    ),
  );
  return row ?? null;
}

/** The invitation of a person, at the door: nobody is signed in yet. */
export async function invitationOfPerson(reader: Reader, personId: number) {
  const [row] = await found(reader).where(eq(vendorInvitations.personId, personId));
  return row ?? null;
}

/**
 * The people who speak for a vendor and can say whom else they know: whoever was invited and never came in is none of them,
 * whoever was taken in otherwise is. A password lets in as well as the link of the invitation.
 */
export async function colleaguesOf(reader: Reader, vendorId: number): Promise<Recipient[]> {
  return reader
    .select({ personId: people.id, address: people.email, locale: people.locale })
    .from(people)
    .leftJoin(vendorInvitations, eq(vendorInvitations.personId, people.id))
    .where(
      and(
        eq(people.vendorId, vendorId),
        eq(people.active, true),
        or(
          isNull(vendorInvitations.id),
          isNotNull(vendorInvitations.acceptedAt),
          isNotNull(people.passwordHash),
        ),
      ),
    );
}

/**
 * Who is to speak for a vendor and waits for a second person to say so, the longest first; without those whom `except`
 * invited, who may not be the one.
 */
export async function waitingInvitations(
  reader: Reader,
  scope: Scope,
  { limit, except }: { limit: number; except: number | null },
) {
  const byOthers =
    except === null
      ? undefined
      : or(isNull(vendorInvitations.invitedBy), ne(vendorInvitations.invitedBy, except));
  return found(reader)
    .where(
      and(
        isNotNull(vendorInvitations.waitsSince),
        isNull(vendorInvitations.revokedAt),
        withinScope(scope, vendorInvitations.vendorId),
        byOthers,
      ),
    )
    .orderBy(asc(vendorInvitations.waitsSince), asc(vendorInvitations.id))
    .limit(limit);
}

export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;
