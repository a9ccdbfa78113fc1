import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { services } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { serviceFields } from './service';

/** Adds a service to the library, or (with `serviceId`) changes it. */
export async function keepService(
  store: Store,
  act: Act,
  serviceId: number | null,
  input: unknown,
): Promise<Outcome<{ serviceId: number }>> {
  const fields = readFields(serviceFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const { code } = fields.value;
    const [taken] = await tx.select().from(services).where(eq(services.code, code));
    if (taken && taken.id !== serviceId) return refused('already_exists', { value: code }, 'code');
    const [before] =
      serviceId === null
        ? [null]
        : await tx.select().from(services).where(eq(services.id, serviceId));
    if (before === undefined) return refused('not_found');
    const id = before?.id ?? randomId();
    if (before) await tx.update(services).set(fields.value).where(eq(services.id, id));
    else await tx.insert(services).values({ id, ...fields.value });
    await record(tx, act, {
      action: before ? 'service.changed' : 'service.added',
      entity: 'service',
      entityId: id,
      before,
      after: fields.value,
    });
    return done({ serviceId: id });
  });
}
