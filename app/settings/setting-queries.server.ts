import { eq, inArray } from 'drizzle-orm';
import { settings } from '~db/schema/auth';
import type { Reader } from '~db/store.server';
import {
  settingNames,
  settingSpecs,
  type Setting,
  type SettingName,
  type Settings,
} from './setting';

/** What a setting says; its initial value where nobody has said anything, or where what was kept no longer fits. */
export async function readSetting<Name extends SettingName>(
  reader: Reader,
  name: Name,
): Promise<Setting<Name>> {
  const [row] = await reader.select().from(settings).where(eq(settings.name, name));
  return settingOf(name, row?.value);
}

/** All settings of the house. */
export async function readSettings(reader: Reader): Promise<Settings> {
  const rows = await reader.select().from(settings).where(inArray(settings.name, settingNames));
  const kept = new Map(rows.map((row) => [row.name, row.value]));
  return Object.fromEntries(
    settingNames.map((name) => [name, settingOf(name, kept.get(name))]),
  ) as Settings;
}

/** The portal's address without a slash at its end: what links in mail begin with. */
export function portalAddress(reader: Reader): Promise<string> {
  return readSetting(reader, 'portal_address');
}

function settingOf<Name extends SettingName>(name: Name, value: unknown): Setting<Name> {
  const { schema, initial } = settingSpecs[name];
  const read = schema.safeParse(value);
  return (read.success ? read.data : initial) as Setting<Name>;
}
