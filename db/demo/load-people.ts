import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { addPerson } from '~/auth/add-person.server';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import { DEMO_PASSWORD, demoPeople, vendorEmail, vendorPeople, type Insider } from './people';
import { mustBeDone, setupAct, type Player, type Portal } from './step';

export type Cast = {
  insiders: Record<Insider, Player>;
  /** Who signs in for a carrier, by its code. */
  carriers: Map<string, Player>;
};

/** Takes in the insiders and a person for each carrier. */
export async function loadPeople({ store }: Portal, at: string): Promise<Cast> {
  const act = setupAct(at);
  const insiders: Partial<Record<Insider, Player>> = {};
  for (const key of Object.keys(demoPeople) as Insider[]) {
    const person = demoPeople[key];
    const added = mustBeDone(await addPerson(store, act, person, DEMO_PASSWORD), 'add a person');
    const scope = 'reach' in person ? await reachOf(store, person.reach) : everything;
    if (person.role === 'reviewer') {
      const { personId } = added;
      const grants = { kind: 'grants' as const, personId };
      insiders[key] = { ...added, name: person.name, role: person.role, scope: grants };
      continue;
    }
    insiders[key] = { ...added, name: person.name, role: person.role, scope };
  }
  const carriers = new Map<string, Player>();
  for (const { id, code } of await store.read.select().from(vendors).orderBy(vendors.code)) {
    const shown = vendorPeople[code];
    const name = shown?.name ?? `${code} Sample`;
    const person = {
      email: vendorEmail(code),
      name,
      role: 'vendor',
      vendor: code,
      locale: shown?.locale ?? 'en',
      timeZone: 'America/Chicago',
    };
    const password = shown ? DEMO_PASSWORD : crypto.randomUUID();
    const added = mustBeDone(await addPerson(store, act, person, password), 'add a person');
    carriers.set(code, {
      ...added,
      name,
      role: 'vendor',
      scope: { kind: 'vendor', vendorId: id },
    });
  }
  return { insiders: insiders as Cast['insiders'], carriers };
}

async function reachOf(store: Portal['store'], code: string): Promise<Player['scope']> {
  const [market] = await store.read.select().from(markets).where(eq(markets.code, code));
  if (!market) throw new Error(`there is no market ${code}`);
  return { kind: 'reach', marketId: market.id, path: market.path };
}
