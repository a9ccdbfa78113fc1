import { expect, it } from 'vitest';
import { settingNames, settingSpecs, type Settings } from './setting';
import { settingFacts } from './setting-facts';
import { settingsFormValues } from './settings-form';

it('shows whoever may not change them every setting that the form has', () => {
  const initial = Object.fromEntries(
    settingNames.map((name) => [name, settingSpecs[name].initial]),
  ) as Settings;
  const shown = settingFacts.flatMap(([, facts]) => facts.map(({ name }) => name as string));
  expect(shown.sort()).toEqual(Object.keys(settingsFormValues(initial)).sort());
});
