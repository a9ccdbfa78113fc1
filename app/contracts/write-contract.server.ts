import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { canonical } from '~/audit/entry';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { localDate } from '~/shared/calendar';
import { enterStatus } from '~/vendors/change-vendor-status.server';
import type { VendorStatus } from '~/vendors/vendor';
import { contractFees, contracts, contractScopes, contractVolumes } from '~db/schema/contracts';
import type { Reader, Tx } from '~db/store.server';
import { standingOn, type ContractLife } from './contract';
import type { ContractFile } from './contract-file';
import { factsOf, monthlyFeesOf } from './contract-record';
import {
  feesOfContracts,
  scopeOfContract,
  volumesOfContract,
  type Contract,
} from './contract-queries.server';
import { checkVolumes, placesOfScope, type Library, type ScopePlace } from './library';
import { vendorByCode } from './library-queries.server';
import { markStale } from './mark-stale.server';
import { detailsOf, volumesOf, type MonthlyVolume } from './particulars';
import { pricingSchema } from './pricing';
import { marketOfDocument } from './term-record';
import { pricedParts } from './volume-fee';

/** A contract's file whose codes have been found. `places` is null where the file says nothing about services. */
export type PlacedContract = {
  file: ContractFile;
  vendor: { id: number; code: string; status: VendorStatus };
  places: ScopePlace[] | null;
};

/** Finds the vendor, the services and the markets that a file names; refused where one is unknown. */
export async function placeContract(
  reader: Reader,
  act: Act,
  file: ContractFile,
  library: Library,
): Promise<Outcome<PlacedContract>> {
  const vendor = await vendorByCode(reader, act.scope, file.vendor);
  if (!vendor) return refused('vendor_unknown', { value: file.vendor }, 'vendor');
  const volumes = checkVolumes(file.pricing, library);
  if (!volumes.ok) return volumes;
  if (file.services === null) return done({ file, vendor, places: null });
  const places = placesOfScope(file.services, file.markets ?? [], library);
  return places.ok ? done({ file, vendor, places: places.value }) : places;
}

/** Refused where another contract has the number already. */
export async function checkNumberFree(
  reader: Reader,
  number: string,
  except: number | null,
): Promise<Outcome> {
  const [taken] = await reader
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(eq(contracts.number, number), except === null ? undefined : ne(contracts.id, except)),
    );
  return taken ? refused('already_exists', { value: number }, 'number') : done();
}

/** Stores a new contract with its fees and scope. */
export async function insertContract(
  tx: Tx,
  act: Act,
  { file, vendor, places }: PlacedContract,
  options: { state: 'draft' | 'active'; demonstration: boolean },
): Promise<number> {
  const values = {
    ...factsOf(file.document),
    ...options,
    number: file.number,
    title: file.title ?? file.number,
    vendorId: vendor.id,
    startsOn: file.starts,
    endsOn: file.document.ends,
    renewal: file.renewal ?? 'none',
    ...detailsOf(file, file.document.currency, file.said, null),
    acceptsAlone: file.accepts_alone ?? false,
    createdAt: act.now.toISOString(),
  };
  const [inserted] = await tx.insert(contracts).values(values).returning({ id: contracts.id });
  if (!inserted) throw new Error('a contract was not stored');
  const fees = monthlyFeesOf(file.document);
  const volumes = volumesOf(file);
  await writeFees(tx, inserted.id, fees);
  await writeVolumes(tx, inserted.id, volumes);
  await writeScope(tx, inserted.id, places ?? []);
  await record(tx, act, {
    action: 'contract.created',
    entity: 'contract',
    entityId: inserted.id,
    vendorId: vendor.id,
    after: { ...values, fees, volumes, scope: places ?? [] },
  });
  await activateVendor(tx, act, vendor, { ...values, terminatedOn: null });
  return inserted.id;
}

/** Stores what a file says differently; what it leaves unsaid stays. True where anything changed. */
export async function updateContract(
  tx: Tx,
  act: Act,
  before: Contract,
  { file, places }: PlacedContract,
): Promise<boolean> {
  const values = {
    ...factsOf(file.document),
    number: file.number,
    title: file.title ?? before.title,
    startsOn: file.starts,
    endsOn: file.document.ends,
    renewal: file.renewal ?? before.renewal,
    ...detailsOf(file, file.document.currency, file.said, before),
    acceptsAlone: file.accepts_alone ?? before.acceptsAlone,
  };
  const fees = monthlyFeesOf(file.document);
  const feesBefore = (await feesOfContracts(tx, [before.id])).map(({ period, feeMinor }) => ({
    period,
    feeMinor,
  }));
  const scopeBefore = (await scopeOfContract(tx, before.id)).map(({ serviceId, marketId }) => ({
    serviceId,
    marketId,
  }));
  const scope = places ?? scopeBefore;
  const volumesBefore = await volumesOfContract(tx, before.id);
  const volumes = file.said.has('volumes') ? volumesOf(file) : volumesBefore;
  const was = {
    ...kept(before, values),
    fees: feesBefore,
    volumes: volumesBefore,
    scope: inOrder(scopeBefore),
  };
  const is = { ...values, fees, volumes, scope: inOrder(scope) };
  if (canonical(was) === canonical(is)) return false;
  await tx.update(contracts).set(values).where(eq(contracts.id, before.id));
  await writeFees(tx, before.id, fees);
  await writeVolumes(tx, before.id, volumes);
  if (places) await writeScope(tx, before.id, places);
  await markStale(tx, [before.id]);
  await record(tx, act, {
    action: 'contract.changed',
    entity: 'contract',
    entityId: before.id,
    vendorId: before.vendorId,
    before: was,
    after: is,
  });
  return true;
}

/** Of what is stored, the columns that a change names. */
function kept(before: Contract, values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in values));
}

function inOrder(places: readonly ScopePlace[]): ScopePlace[] {
  return [...places].sort(
    (a, b) => a.serviceId - b.serviceId || (a.marketId ?? 0) - (b.marketId ?? 0),
  );
}

/** The markets that a raw file names, its terms' included, for looking them up before it is read. */
export function marketsOf(file: unknown): string[] {
  const read = namedMarkets.safeParse(file);
  if (!read.success) return [];
  const { markets, terms, pricing } = read.data;
  const named = (markets ?? []).filter((code) => typeof code === 'string');
  const volumes = pricedParts(pricingSchema.safeParse(pricing).data ?? null);
  return [
    ...named,
    ...volumes.flatMap(({ measure }) => measure?.market ?? []),
    ...(terms ?? []).flatMap(marketOfDocument),
  ];
}

const namedMarkets = z.object({
  markets: z.array(z.unknown()).nullish(),
  pricing: z.unknown().optional(),
  terms: z.array(z.unknown()).nullish(),
});

/** Replaces the fees by month. */
async function writeFees(
  tx: Tx,
  contractId: number,
  fees: readonly { period: number; feeMinor: number }[],
): Promise<void> {
  await tx.delete(contractFees).where(eq(contractFees.contractId, contractId));
  if (fees.length > 0)
    await tx.insert(contractFees).values(fees.map((fee) => ({ ...fee, contractId })));
}

/** Replaces the volumes by month. */
async function writeVolumes(
  tx: Tx,
  contractId: number,
  volumes: readonly MonthlyVolume[],
): Promise<void> {
  await tx.delete(contractVolumes).where(eq(contractVolumes.contractId, contractId));
  if (volumes.length > 0)
    await tx.insert(contractVolumes).values(volumes.map((volume) => ({ ...volume, contractId })));
}

/** Replaces what the contract covers. */
async function writeScope(
  tx: Tx,
  contractId: number,
  places: readonly ScopePlace[],
): Promise<void> {
  await tx.delete(contractScopes).where(eq(contractScopes.contractId, contractId));
  if (places.length > 0)
    await tx.insert(contractScopes).values(places.map((place) => ({ ...place, contractId })));
}

/** An approved vendor becomes active with its first contract in force; of one that is signed ahead, on its first day. */
export async function activateVendor(
  tx: Tx,
  act: Act,
  vendor: { id: number; status: VendorStatus },
  contract: ContractLife & { timeZone: string },
): Promise<void> {
  if (standingOn(contract, localDate(act.now, contract.timeZone)) !== 'in_force') return;
  if (vendor.status !== 'approved' && vendor.status !== 'conditional') return;
  await enterStatus(tx, act, vendor, 'active');
}
