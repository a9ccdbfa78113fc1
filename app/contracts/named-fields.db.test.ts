import { beforeEach, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { vendors } from '~db/schema/vendors';
import { markets } from '~db/schema/markets';
import { eq } from 'drizzle-orm';
import { fieldNamer } from './named-fields.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

it('says vendor, markets and time zone of a contract by their names, and leaves what it does not know', async () => {
  const [vendor] = await store.read
    .select()
    .from(vendors)
    .where(eq(vendors.id, cast.vendor.harbour.id));
  const [market] = await store.read.select().from(markets).limit(1);
  const document = {
    ...{ vendor: vendor?.code, markets: [market?.code, 'GONE'], services: [] },
    ...{ time_zone: 'America/New_York', currency: 'USD' },
  };
  const named = await fieldNamer(store.read, everything, 'zh-CN', [document]);
  expect(named(document)).toEqual({
    ...{ vendor: vendor?.name, markets: [market?.nameZh, 'GONE'], services: [] },
    ...{ time_zone: '北美东部时间', currency: 'USD' },
  });
});
