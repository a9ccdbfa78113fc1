import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { markets } from '~db/schema/markets';
import { vendorChanges } from '~db/schema/self-service';
import { certificates, offerings, services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/** What a vendor proposed to change, what is open first. */
export async function changesOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(vendorChanges)
    .where(and(eq(vendorChanges.vendorId, vendorId), withinScope(scope, vendorChanges.vendorId)))
    .orderBy(
      sql`case when ${vendorChanges.state} = 'open' then 0 else 1 end`,
      desc(vendorChanges.proposedAt),
    )
    .limit(50);
}

type Names = { code: string; nameEn: string; nameZh: string };

/** What a vendor's proposed changes are about by name: the service and market of an offering, the kind of a certificate. */
export async function subjectsOfChanges(
  reader: Reader,
  changes: readonly { id: number; kind: string; recordId: number | null; input: Typed | null }[],
  named: (names: Names) => string,
): Promise<Map<number, string>> {
  const recordIds = changes.flatMap(({ recordId }) => recordId ?? []);
  const { offered, held } = await namedRecords(reader, recordIds);
  const service = new Map((await reader.select().from(services)).map((each) => [each.id, each]));
  const market = new Map((await reader.select().from(markets)).map((each) => [each.id, each]));
  const words = changes.map(({ id, kind, recordId, input }) => {
    if (kind === 'profile') return [id, input?.['name'] ?? ''] as const;
    if (kind === 'certificate')
      return [
        id,
        input?.['kind'] ?? held.find((each) => each.id === recordId)?.kind ?? '',
      ] as const;
    const own = offered.find((each) => each.id === recordId);
    const names = [
      service.get(Number(input?.['service'] ?? own?.serviceId)),
      market.get(Number(input?.['market'] ?? own?.marketId)),
    ];
    return [id, names.map((each) => (each ? named(each) : '')).join(' · ')] as const;
  });
  return new Map(words);
}

async function namedRecords(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return { offered: [], held: [] };
  return {
    offered: await reader
      .select({ id: offerings.id, serviceId: offerings.serviceId, marketId: offerings.marketId })
      .from(offerings)
      .where(inArray(offerings.id, [...ids])),
    held: await reader
      .select({ id: certificates.id, kind: certificates.kind })
      .from(certificates)
      .where(inArray(certificates.id, [...ids])),
  };
}

type Typed = Record<string, string>;

/** One proposed change of a vendor, where the scope may see it. */
export async function findChange(reader: Reader, scope: Scope, vendorId: number, changeId: number) {
  const [row] = await reader
    .select()
    .from(vendorChanges)
    .where(
      and(
        eq(vendorChanges.id, changeId),
        eq(vendorChanges.vendorId, vendorId),
        withinScope(scope, vendorChanges.vendorId),
      ),
    );
  return row ?? null;
}
