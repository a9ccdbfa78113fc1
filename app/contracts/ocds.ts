import { z } from 'zod';
import { isDate } from '~/shared/calendar';
import { isCurrency } from '~/shared/money';
import { done, refused, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import type { ContractState } from './contract';

/*
 * Contracts as Open Contracting Data Standard 1.1 (https://standard.open-contracting.org/1.1/en/schema/release/). What
 * the standard has no field for stands beside it in `mainstay`, the contract document; other readers pass it by.
 */

const OCDS_VERSION = '1.1';
const OCID_PREFIX = 'ocds-mainstay';
/** OCDS writes instants; a contract starts and ends on days. */
const START_OF_DAY = 'T00:00:00Z';
const LONGEST_TITLE = 200;

/** A contract of a release as far as it can be taken over. */
export type OcdsContract = {
  ocid: string | null;
  id: string;
  title: string | null;
  description: string | null;
  buyer: string | null;
  suppliers: string[];
  amount: string | null;
  currency: string | null;
  signed: string | null;
  starts: string | null;
  ends: string | null;
  status: string | null;
  /** Our own contract document, where the release comes from a portal like this. */
  document: Record<string, unknown> | null;
};

const organization = z.looseObject({ id: z.coerce.string().nullish(), name: z.string().nullish() });
const amount = z.union([z.number(), z.string()]).nullish();
const contractSchema = z.looseObject({
  id: z.coerce.string(),
  awardID: z.coerce.string().nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  status: z.string().nullish(),
  period: z
    .looseObject({ startDate: z.string().nullish(), endDate: z.string().nullish() })
    .nullish(),
  value: z.looseObject({ amount, currency: z.string().nullish() }).nullish(),
  dateSigned: z.string().nullish(),
  mainstay: z.record(z.string(), z.unknown()).nullish(),
});
const releaseSchema = z.looseObject({
  ocid: z.string().nullish(),
  buyer: organization.nullish(),
  parties: z.array(organization.extend({ roles: z.array(z.string()).nullish() })).nullish(),
  awards: z
    .array(z.looseObject({ id: z.coerce.string(), suppliers: z.array(organization).nullish() }))
    .nullish(),
  contracts: z.array(contractSchema).nullish(),
});
const packageSchema = z.union([
  z.looseObject({ releases: z.array(releaseSchema) }),
  z.looseObject({ records: z.array(z.looseObject({ compiledRelease: releaseSchema })) }),
  releaseSchema.extend({ contracts: z.array(contractSchema) }),
]);

type Release = z.output<typeof releaseSchema>;

/** The contracts of a release, a release package or a record package. */
export function readOcds(input: unknown): Outcome<OcdsContract[]> {
  const read = packageSchema.safeParse(input);
  if (!read.success) return refused('ocds_unreadable');
  const { data } = read;
  const releases = releasesOf(data);
  const found = releases.flatMap((release) =>
    (release.contracts ?? []).map((contract) => contractOf(release, contract)),
  );
  return found.length === 0 ? refused('ocds_no_contract') : done(found);
}

function releasesOf(data: z.output<typeof packageSchema>): Release[] {
  if ('releases' in data && Array.isArray(data.releases)) return data.releases as Release[];
  if ('records' in data && Array.isArray(data.records))
    return (data.records as { compiledRelease: Release }[]).map((one) => one.compiledRelease);
  return [data];
}

function contractOf(release: Release, contract: z.output<typeof contractSchema>): OcdsContract {
  const award = release.awards?.find(({ id }) => id === contract.awardID) ?? release.awards?.[0];
  const buyer =
    release.buyer ?? release.parties?.find(({ roles }) => roles?.includes('buyer')) ?? null;
  const day = (text: string | null | undefined) => text?.slice(0, 10) ?? null;
  return {
    ocid: release.ocid ?? null,
    id: contract.id,
    title: contract.title ?? null,
    description: contract.description ?? null,
    buyer: buyer?.name ?? null,
    suppliers: (award?.suppliers ?? []).flatMap(({ name }) => name ?? []),
    amount: contract.value?.amount == null ? null : String(contract.value.amount),
    currency: contract.value?.currency ?? null,
    signed: day(contract.dateSigned),
    starts: day(contract.period?.startDate),
    ends: day(contract.period?.endDate),
    status: contract.status ?? null,
    document: contract.mainstay ?? null,
  };
}

/** What keeps a contract of a release from being taken over; nothing where it can be. */
export function ocdsFaults(contract: OcdsContract): Reason[] {
  const { suppliers, starts, ends, signed, currency, status } = contract;
  const faults: Reason[] = [];
  if (suppliers.length === 0) faults.push({ code: 'ocds_no_supplier', field: 'suppliers' });
  if (suppliers.length > 1)
    faults.push({
      code: 'ocds_many_suppliers',
      params: { count: suppliers.length },
      field: 'suppliers',
    });
  for (const [field, day] of [
    ['start', starts],
    ['end', ends],
  ] as const)
    if (day === null || !isDate(day))
      faults.push({ code: field === 'start' ? 'ocds_no_start' : 'ocds_no_end', field });
  if (signed !== null && !isDate(signed)) faults.push({ code: 'not_a_date', field: 'signed' });
  if (starts !== null && ends !== null && isDate(starts) && isDate(ends) && ends < starts)
    faults.push({ code: 'ends_before_start', params: { from: starts, to: ends }, field: 'end' });
  if (currency === null || !isCurrency(currency))
    faults.push({ code: 'currency_unknown', params: { value: currency }, field: 'currency' });
  if (status === 'cancelled') faults.push({ code: 'ocds_cancelled', field: 'status' });
  return faults;
}

/** The contract's file of a contract of a release, with the vendor found for its supplier. */
export function fileOfOcds(
  contract: OcdsContract,
  vendorCode: string,
): Outcome<Record<string, unknown>> {
  if (contract.document)
    return done({ ...contract.document, vendor: vendorCode, ocid: contract.ocid });
  const faults = ocdsFaults(contract);
  if (faults.length > 0) return refusedFields(faults);
  return done({
    number: contract.id,
    vendor: vendorCode,
    title: contract.title?.slice(0, LONGEST_TITLE) ?? contract.id,
    starts: contract.starts,
    ends: contract.ends,
    currency: contract.currency,
    total_value: contract.amount,
    signed_on: contract.signed,
    scope_text: contract.description,
    our_entity: contract.buyer,
    vendor_entity: contract.suppliers[0] ?? null,
    ocid: contract.ocid,
    terms: [],
  });
}

export type OcdsSource = {
  /** The contract's file, with all that belongs to it. */
  document: Record<string, unknown>;
  vendor: { code: string; name: string };
  house: string;
  state: 'pending' | 'active' | 'terminated';
  /** When the release is made, ISO 8601. */
  date: string;
};

/** A contract as a release package of OCDS 1.1. */
export function releasePackage({ document, vendor, house, state, date }: OcdsSource) {
  const number = textOf(document['number']) ?? '';
  const ocid = textOf(document['ocid']) ?? `${OCID_PREFIX}-${number}`;
  const buyer = { id: 'buyer', name: textOf(document['our_entity']) ?? house };
  const supplier = {
    id: vendor.code,
    name: textOf(document['vendor_entity']) ?? vendor.name,
  };
  const currency = textOf(document['currency']);
  const total = textOf(document['total_value']);
  const [starts, ends, signed] = ['starts', 'ends', 'signed_on'].map((name) => {
    const day = textOf(document[name]);
    return day === null ? null : `${day}${START_OF_DAY}`;
  });
  const contract = {
    id: number,
    awardID: number,
    title: textOf(document['title']),
    ...(textOf(document['scope_text']) !== null && { description: document['scope_text'] }),
    status: state,
    period: { startDate: starts, ...(ends && { endDate: ends }) },
    value: { ...(total !== null && { amount: Number(total) }), currency },
    ...(signed && { dateSigned: signed }),
    mainstay: document,
  };
  return {
    uri: `urn:ocds:${ocid}`,
    version: OCDS_VERSION,
    publishedDate: date,
    publisher: { name: buyer.name },
    releases: [
      {
        ocid,
        id: `${number}-${date}`,
        date,
        language: 'en',
        tag: [state === 'terminated' ? 'contractTermination' : 'contract'],
        initiationType: 'tender',
        parties: [
          { ...buyer, roles: ['buyer', 'procuringEntity'] },
          { ...supplier, roles: ['supplier'] },
        ],
        buyer,
        awards: [{ id: number, status: 'active', suppliers: [supplier] }],
        contracts: [contract],
      },
    ],
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** How OCDS calls the state of a contract: pending until it is signed. */
export function ocdsState(state: ContractState): 'pending' | 'active' | 'terminated' {
  return state === 'active' || state === 'terminated' ? state : 'pending';
}
