import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { found } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { companyState, isOpenForVendor, type Section } from './section';
import { sectionsOfVendor } from './section-queries.server';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The vendor of the person who asks, with how far it has described itself. For insiders there is nothing here. */
export async function requireCompany(args: Args) {
  const visit = await requirePerson(args, 'company.write');
  const { reader, scope, person, now } = visit;
  const today = dayOf(now);
  const vendor = found(await findVendor(reader, scope, person.vendorId ?? 0));
  const facts = await sectionsOfVendor(reader, scope, vendor, today);
  const state = companyState(vendor.status, facts);
  return {
    ...visit,
    vendor,
    vendorId: vendor.id,
    today,
    facts,
    state,
    /** What the page of a section says above its form. */
    partOf: (section: Section) => {
      const own = facts.find((each) => each.section === section);
      const { remark = null, isReturned = false, nothing = false } = own ?? {};
      return {
        section,
        remark: isReturned ? remark : null,
        nothing,
        isOpen: isOpenForVendor(state, { isReturned }),
      };
    },
  };
}
