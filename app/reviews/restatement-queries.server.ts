import { and, between, eq, gt } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { restatedFigures } from '~/packs/restated';
import type { PackValue, SectionId } from '~/packs/section';
import { settlementSections } from '~/settlement/credit-section.server';
import { performanceSections } from '~/sla/performance-section.server';
import { evaluations } from '~db/schema/sla';
import type { Reader } from '~db/store.server';
import { findReview } from './find-review.server';
import { gatherPack } from './gather-pack.server';
import { packOf } from './pack-queries.server';

/** Sections whose figures are of months gone by; what moves on by itself, as actions and invoices do, is not restated. */
const RESTATED: readonly SectionId[] = ['kpis', 'failures', 'credits'];

/**
 * Figures of a review's shared pack that the store tells otherwise now, by their ids, with what it tells; none is looked
 * for where nothing of the pack's months was evaluated anew.
 */
export async function restatementsOf(
  reader: Reader,
  scope: Scope,
  reviewId: number,
  now: Date,
): Promise<ReadonlyMap<string, PackValue>> {
  const found = await findReview(reader, scope, reviewId);
  const frozen = found ? await packOf(reader, scope, reviewId, 'shared') : null;
  if (!found || !frozen) return new Map();
  const { firstPeriod, lastPeriod, bands } = frozen.pack;
  const anew = await reader
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(
      and(
        eq(evaluations.vendorId, found.vendor.id),
        between(evaluations.period, firstPeriod, lastPeriod),
        gt(evaluations.evaluatedAt, frozen.frozenAt),
      ),
    )
    .limit(1);
  if (anew.length === 0) return new Map();
  const { shared } = await gatherPack(reader, found, now, {
    bands,
    from: [performanceSections, settlementSections],
  });
  const sections = shared.sections.filter(({ id }) => RESTATED.includes(id));
  return restatedFigures(frozen.pack, { ...shared, sections });
}
