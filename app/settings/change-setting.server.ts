import { eq } from 'drizzle-orm';
import { canonical } from '~/audit/entry';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { settings } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { settingSpecs, type SettingName } from './setting';
import { readSetting } from './setting-queries.server';

/** Says a setting anew: refused (`setting_invalid`) when it holds something else than the setting may. */
export async function changeSetting(
  store: Store,
  act: Act,
  { name, value }: { name: SettingName; value: unknown },
): Promise<Outcome> {
  const read = settingSpecs[name].schema.safeParse(value);
  if (!read.success) return refused('setting_invalid', {}, name);
  return store.transact(async (tx) => {
    await tx.lockRow('settings', 'name', name);
    const before = await readSetting(tx, name);
    if (canonical(before) === canonical(read.data)) return done();
    const kept = { value: read.data, changedAt: act.now.toISOString() };
    await tx
      .insert(settings)
      .values({ name, ...kept })
      .onConflictDoUpdate({ target: settings.name, set: kept, setWhere: eq(settings.name, name) });
    await record(tx, act, {
      action: 'setting.changed',
      entity: 'setting',
      entityId: name,
      before: { value: before },
      after: { value: read.data },
    });
    return done();
  });
}
