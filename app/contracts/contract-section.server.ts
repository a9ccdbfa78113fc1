import { and, asc, eq } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { amendments, contracts } from '~db/schema/contracts';
import { isAgreed } from './agreed.server';
import { noticeHolidays } from './holidays.server';
import { changeSections, dateSections } from './pack-contracts';

/** Of a pack: how the contracts go on and by when notice has to be given, and what changed in them. */
export const contractSections: PackContributor = async (reader, { vendorId, ...request }) => {
  const agreed = await reader
    .select()
    .from(contracts)
    .where(and(eq(contracts.vendorId, vendorId), isAgreed))
    .orderBy(asc(contracts.number));
  const amended = await reader
    .select({
      id: amendments.id,
      contractId: contracts.id,
      contract: contracts.number,
      number: amendments.number,
      effectiveFrom: amendments.effectiveFrom,
      reason: amendments.reason,
      decidedAt: amendments.decidedAt,
    })
    .from(amendments)
    .innerJoin(contracts, eq(contracts.id, amendments.contractId))
    .where(and(eq(contracts.vendorId, vendorId), eq(amendments.state, 'approved')))
    .orderBy(asc(amendments.decidedAt));
  const holidays = await noticeHolidays(agreed, request.today);
  return [...changeSections(agreed, amended, request), ...dateSections(agreed, request, holidays)];
};
