import { eq } from 'drizzle-orm';
import { people, settings } from '~db/schema/auth';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { demoSetting, type DemoAccount } from './demo-accounts';

/** The sign-ins of the demo; none where the store holds none. */
export async function demoAccounts(reader: Reader): Promise<DemoAccount[]> {
  const [row] = await reader.select().from(settings).where(eq(settings.name, 'demo'));
  const read = demoSetting.safeParse(row?.value);
  return read.success ? read.data.accounts : [];
}

/** The demo's sign-ins with who they are, in the order of the setting. */
export async function demoSignIns(reader: Reader) {
  const accounts = await demoAccounts(reader);
  if (accounts.length === 0) return [];
  const rows = await reader
    .select({ email: people.email, name: people.name, role: people.role, vendor: vendors.name })
    .from(people)
    .leftJoin(vendors, eq(vendors.id, people.vendorId))
    .where(eq(people.active, true));
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return accounts.flatMap(({ email, password }) => {
    const person = byEmail.get(email);
    return person ? [{ ...person, password }] : [];
  });
}
