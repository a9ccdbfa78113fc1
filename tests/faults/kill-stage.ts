import { createHash } from 'node:crypto';
import { openSession, sessionCookie } from '~/auth/session.server';
import { contracts } from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import { castInto, type Cast } from '../cast';
import { newStorePlace, type StorePlace } from './store-place';

const CITIES = 200;

export type Stage = { place: StorePlace; cookies: Record<'vendor' | 'manager' | 'admin', string> };

/**
 * The company of the cast with contracts that are in force today, a few hundred cities to report on, and people who are
 * signed in: what every round of the kill test begins with.
 */
export async function setStage(): Promise<Stage> {
  const place = await newStorePlace();
  const store = place.open();
  const cast = await castInto(store);
  await store.transact(async (tx) => {
    await tx.update(contracts).set({ endsOn: '2099-12-31' });
    await tx.insert(markets).values(cities(cast));
  });
  const signIn = async ({ id }: { id: number }) => {
    const token = await openSession(store, id, { address: '127.0.0.1', agent: 'kill test' });
    return (await sessionCookie(token, false)).split(';')[0] ?? '';
  };
  const cookies = {
    vendor: await signIn(cast.person.bruno),
    manager: await signIn(cast.person.mona),
    admin: await signIn(cast.person.alan),
  };
  await store.close();
  return { place, cookies };
}

function cities({ market }: Cast) {
  return Array.from({ length: CITIES }, (_, index) => {
    const id = Number.MAX_SAFE_INTEGER - index;
    return {
      id,
      code: cityCode(index),
      nameEn: cityCode(index),
      nameZh: cityCode(index),
      level: 'city' as const,
      parentId: market.france.id,
      path: `${market.france.path}${id}/`,
    };
  });
}

const cityCode = (index: number) => `CITY${String(index).padStart(3, '0')}`;

/** A report of the months of a year for the vendor's total and every city: several thousand readings. */
export function wholeYear(year: number, onTime: number): Uint8Array {
  const rows = Array.from({ length: 12 }, (_, month) => {
    const period = `${year}-${String(month + 1).padStart(2, '0')}`;
    const places = ['', ...Array.from({ length: CITIES }, (_, index) => cityCode(index))];
    return places.map((place, at) => {
      const value = Math.max(1, Math.min(99, onTime + ((month + at) % 7) - 3));
      return `${period},${place},${value},${100 - value},${1000 + at}`;
    });
  });
  const header = 'Month,Market,OTD_PCT,CANCEL_PCT,RUNS';
  return new TextEncoder().encode([header, ...rows.flat()].join('\n'));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
