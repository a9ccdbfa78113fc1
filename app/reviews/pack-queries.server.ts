import { and, eq, not } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { Pack } from '~/packs/pack';
import { said } from '~/packs/pack-value';
import type { PackPart } from '~/packs/section';
import { withCertificateNames } from '~/vendors/pack-certificates.server';
import { auditEntries } from '~db/schema/audit';
import { reviewPacks, reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { reviewsWithin } from './find-review.server';
import { hashOf } from './freeze-pack.server';
import { bodyText } from './stored-body.server';

/** A part of a frozen pack as it was kept, to the byte; null while it is not frozen or out of scope. */
export async function keptPack(reader: Reader, scope: Scope, reviewId: number, part: PackPart) {
  // Outsiders are never given the internal part, whatever asks for it.
  if (part === 'internal' && scope.kind !== 'everything' && scope.kind !== 'reach') return null;
  const [row] = await reader
    .select({
      body: reviewPacks.body,
      sha256: reviewPacks.sha256,
      frozenAt: reviewPacks.frozenAt,
    })
    .from(reviewPacks)
    .innerJoin(reviews, eq(reviews.id, reviewPacks.reviewId))
    .where(
      and(eq(reviewPacks.reviewId, reviewId), eq(reviewPacks.part, part), reviewsWithin(scope)),
    );
  return row ? { ...row, body: bodyText(row.body) } : null;
}

/**
 * A part of a review's frozen pack with its hash; null while it is not frozen or out of scope. Our part may name who could
 * take over: vendors that the reader does not reach stand there without their names, and it is told how many they are.
 */
export async function packOf(reader: Reader, scope: Scope, reviewId: number, part: PackPart) {
  const kept = await keptPack(reader, scope, reviewId, part);
  if (!kept) return null;
  const { body, ...about } = kept;
  const hidden = part === 'internal' ? await vendorsOut(reader, scope) : [];
  const { pack, unnamed } = readPack(body, hidden);
  return { pack: withCertificateNames(pack), unnamed, ...about };
}

type NamedVendor = { id: number; name: string };
type ReadPack = { pack: Pack; unnamed: number };

function readPack(body: string, hidden: readonly NamedVendor[]): ReadPack {
  if (hidden.length === 0) return { pack: JSON.parse(body) as Pack, unnamed: 0 };
  const ids = new Set(hidden.map(({ id }) => id));
  const idOf = new Map(hidden.map(({ id, name }) => [name, id]));
  const unnamed = new Set<number>();
  const pack = JSON.parse(body, (_key, value: unknown) => {
    const vendorId = vendorIn(value, idOf);
    if (vendorId === undefined || !ids.has(vendorId)) return value;
    unnamed.add(vendorId);
    return said('packs:otherVendor');
  }) as Pack;
  return { pack, unnamed: unnamed.size };
}

/** A vendor by its id, whatever it was called then; packs of before vendors stood in them by id have their names as texts. */
function vendorIn(value: unknown, idOf: ReadonlyMap<string, number>): number | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind, vendorId, text } = value as { kind: unknown; vendorId?: unknown; text?: unknown };
  if (kind === 'vendor' && typeof vendorId === 'number') return vendorId;
  return kind === 'text' && typeof text === 'string' ? idOf.get(text) : undefined;
}

/** The vendors that an insider does not reach. */
async function vendorsOut(reader: Reader, scope: Scope): Promise<NamedVendor[]> {
  if (scope.kind !== 'reach') return [];
  return reader
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(not(withinScope(scope, vendors.id)));
}

/**
 * Whether a part is still as it was frozen: its text has the hash that was kept beside it and the one that the audit
 * trail names; null where there is none within the scope.
 */
export async function verifyPack(
  reader: Reader,
  scope: Scope,
  reviewId: number,
  part: PackPart,
): Promise<{ sha256: string; isIntact: boolean } | null> {
  const kept = await keptPack(reader, scope, reviewId, part);
  if (!kept) return null;
  const [entry] = await reader
    .select({ after: auditEntries.after })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.action, 'review.frozen'),
        eq(auditEntries.entity, 'review'),
        eq(auditEntries.entityId, String(reviewId)),
      ),
    );
  const recorded = (entry?.after as Record<string, unknown> | null | undefined)?.[`${part}Sha256`];
  const sha256 = hashOf(kept.body);
  return { sha256, isIntact: sha256 === kept.sha256 && sha256 === recorded };
}
