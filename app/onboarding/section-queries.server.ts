import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Act, Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { missingCertificates } from '~/vendors/certificate';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import {
  certificatesOfVendor,
  contactsOfVendor,
  offeringsOfVendor,
} from '~/vendors/vendor-record-queries.server';
import { companySubmissions, subcontractors, vendorSections } from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import type { Reader, Tx } from '~db/store.server';
import { answeredOf, questionsOf } from './questionnaire';
import { findQuestionnaire } from './questionnaire-queries.server';
import {
  companyState,
  isOpenForVendor,
  isSection,
  sections,
  type Section,
  type SectionFacts,
} from './section';

type Vendor = Pick<typeof vendors.$inferSelect, 'id' | 'status' | 'country' | 'website'>;
type Count = Pick<SectionFacts, 'done' | 'total'>;

/** How far a vendor has described itself, section by section, with what was said of each. */
export async function sectionsOfVendor(
  reader: Reader,
  scope: Scope,
  vendor: Vendor,
  today: string,
): Promise<SectionFacts[]> {
  const said = await remarksOf(reader, scope, vendor.id);
  const counts = await countsOf(reader, scope, vendor, today);
  return sections.map((section) => ({
    section,
    ...counts[section],
    ...(said.get(section) ?? { nothing: false, remark: null, isReturned: false }),
  }));
}

async function remarksOf(reader: Reader, scope: Scope, vendorId: number) {
  const rows = await reader
    .select()
    .from(vendorSections)
    .where(and(eq(vendorSections.vendorId, vendorId), withinScope(scope, vendorSections.vendorId)));
  return new Map(
    rows.map(({ section, nothing, remark, answeredAt }) => [
      section,
      { nothing, remark, isReturned: remark !== null && answeredAt === null },
    ]),
  );
}

/** What a vendor submitted and nobody of ours has gone through: when, and which parts had been sent back before. */
export async function submissionToRead(reader: Reader, scope: Scope, vendorId: number) {
  const [row] = await reader
    .select()
    .from(companySubmissions)
    .where(
      and(
        eq(companySubmissions.vendorId, vendorId),
        isNull(companySubmissions.settledAt),
        withinScope(scope, companySubmissions.vendorId),
      ),
    )
    .orderBy(desc(companySubmissions.submittedAt))
    .limit(1);
  if (!row) return null;
  const { isFirst, mended, submittedAt } = row;
  return { isFirst, mended: mended.filter(isSection), submittedAt };
}

/** An account manager and somebody to escalate to: what we need of a vendor's people. */
const NEEDED_CONTACTS = ['account_manager', 'escalation'] as const;

async function countsOf(
  reader: Reader,
  scope: Scope,
  vendor: Vendor,
  today: string,
): Promise<Record<Section, Count>> {
  const numbers = await identifiersOfVendor(reader, scope, vendor.id);
  const offered = await offeringsOfVendor(reader, scope, vendor.id);
  const people = (await contactsOfVendor(reader, scope, vendor.id)).filter(
    ({ side }) => side === 'vendor',
  );
  const held = await certificatesOfVendor(reader, scope, vendor.id);
  const required = [...new Set(offered.flatMap(({ service }) => service.requiredCertificates))];
  const missing = missingCertificates(required, held, today);
  const { questionnaire, answers } = await findQuestionnaire(reader, scope, vendor.id);
  const subcontractorCount = await reader.$count(
    subcontractors,
    and(eq(subcontractors.vendorId, vendor.id), withinScope(scope, subcontractors.vendorId)),
  );
  return {
    profile: {
      done: [vendor.country, vendor.website].filter((each) => each !== null).length,
      total: 2,
    },
    identifiers: atLeastOne(numbers.length),
    offerings: atLeastOne(offered.length),
    contacts: {
      done: NEEDED_CONTACTS.filter((role) => people.some((person) => person.role === role)).length,
      total: NEEDED_CONTACTS.length,
    },
    subcontractors: atLeastOne(subcontractorCount),
    certificates:
      required.length === 0
        ? atLeastOne(held.length)
        : { done: required.length - missing.length, total: required.length },
    questionnaire: answeredOf(questionsOf(questionnaire), answers),
  };
}

function atLeastOne(count: number): Count {
  return { done: Math.min(1, count), total: 1 };
}

/**
 * Whether a section may be changed in this transaction: not by a vendor while what it submitted rests with us. The vendor's
 * row is locked, as submitting locks it, so that nothing slips in between.
 */
export async function mayChangeSection(
  tx: Tx,
  { scope }: Pick<Act, 'scope'>,
  vendorId: number,
  section: Section,
): Promise<Outcome> {
  await tx.lockRow('vendors', 'id', vendorId);
  const [vendor] = await tx
    .select({ status: vendors.status })
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), withinScope(scope, vendors.id)));
  if (!vendor) return refused('not_found');
  if (scope.kind !== 'vendor') return done();
  const said = await remarksOf(tx, scope, vendorId);
  const facts = sections.map((each) => ({
    section: each,
    isReturned: said.get(each)?.isReturned ?? false,
  }));
  const isReturned = said.get(section)?.isReturned ?? false;
  return isOpenForVendor(companyState(vendor.status, facts), { isReturned })
    ? done()
    : refused('section_with_us');
}

/** The subcontractors of a vendor by name. */
export async function subcontractorsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(subcontractors)
    .where(and(eq(subcontractors.vendorId, vendorId), withinScope(scope, subcontractors.vendorId)))
    .orderBy(sql`lower(${subcontractors.name})`, subcontractors.id);
}
