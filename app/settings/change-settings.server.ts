import type { Act } from '~/auth/act';
import { done, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { changeSetting } from './change-setting.server';
import { settingNames } from './setting';
import { readSettingsForm } from './settings-form';

/** Says the settings of the house anew, all or none; each that changes has its entry in the audit trail. */
export async function changeSettings(store: Store, act: Act, input: unknown): Promise<Outcome> {
  const settings = readSettingsForm(input);
  if (!settings.ok) return settings;
  return store.transact(async () => {
    for (const name of settingNames)
      await changeSetting(store, act, { name, value: settings.value[name] });
    return done();
  });
}
