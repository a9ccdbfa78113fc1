import { describe, expect, it } from 'vitest';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { findSignedIn, openSession } from './session.server';

describe('a session', () => {
  it('names its person, the vendor of an outsider and the reach of an insider', async () => {
    const store = await freshStore();
    const { person, vendor, market } = await castInto(store);
    const from = { address: '127.0.0.1', agent: 'test' };
    const hanna = await findSignedIn(store.read, await openSession(store, person.hanna.id, from));
    expect(hanna).toMatchObject({ email: 'hanna@example.com', vendorId: vendor.harbour.id });
    const remy = await findSignedIn(store.read, await openSession(store, person.remy.id, from));
    expect(remy).toMatchObject({ vendorId: null, reachPath: market.asia.path });
    expect(await findSignedIn(store.read, 'not-a-token')).toBeNull();
  });
});
