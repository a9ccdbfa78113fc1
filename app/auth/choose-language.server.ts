import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import type { Language } from '~/locales/languages';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';

/** Keeps a person's language for pages, mail and files; nothing where it is the same. */
export async function chooseLanguage(
  store: Store,
  act: Act,
  personId: number,
  language: Language,
): Promise<void> {
  await store.transact(async (tx) => {
    const [person] = await tx
      .select({ locale: people.locale, vendorId: people.vendorId })
      .from(people)
      .where(eq(people.id, personId));
    if (!person || person.locale === language) return;
    await tx.update(people).set({ locale: language }).where(eq(people.id, personId));
    await record(tx, act, {
      action: 'person.language',
      entity: 'person',
      entityId: personId,
      vendorId: person.vendorId,
      before: { locale: person.locale },
      after: { locale: language },
    });
  });
}
