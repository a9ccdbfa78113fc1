import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { readFields, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { vendorFields } from '~/vendors/vendor-fields';
import { findVendor } from '~/vendors/vendor-queries.server';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { mayChangeSection } from './section-queries.server';

/** What a vendor says of itself. */
export const profileFields = z.object({
  name: requiredText(),
  country: vendorFields.shape.country,
  website: vendorFields.shape.website,
});

/** What a vendor says of itself: name, country, website. A name given up stays findable among the former ones. */
export async function describeCompany(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(profileFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const allowed = await mayChangeSection(tx, act, vendorId, 'profile');
    if (!allowed.ok) return allowed;
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    const isRenamed = vendor.name !== fields.value.name;
    const formerNames = isRenamed
      ? [...new Set([...vendor.formerNames, vendor.name])]
      : vendor.formerNames;
    await tx
      .update(vendors)
      .set({ ...fields.value, formerNames })
      .where(eq(vendors.id, vendorId));
    const { name, country, website } = vendor;
    await record(tx, act, {
      action: 'vendor.amended',
      entity: 'vendor',
      entityId: vendorId,
      vendorId,
      before: { name, country, website },
      after: fields.value,
    });
    return done();
  });
}
