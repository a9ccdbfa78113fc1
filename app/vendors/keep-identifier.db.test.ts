import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct, everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { identifiersOfVendor } from './identifier-queries.server';
import { keepIdentifier, removeIdentifier } from './keep-identifier.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const act = commandAct(testNow);
const typed = { kind: 'vat', value: 'de 136 695 976' };
const kept = 'DE136695976';

/** A vendor's own person. */
function outsider(vendorId: number): Act {
  return { ...act, scope: { kind: 'vendor', vendorId } };
}

/** Somebody of ours who reaches Asia alone, where none of the four vendors offers anything. */
function distant(): Act {
  const { id, path } = cast.market.asia;
  return { ...act, scope: { kind: 'reach', marketId: id, path } };
}

const seenBy = (scope: Act['scope'], vendorId: number) =>
  identifiersOfVendor(store.read, scope, vendorId);

describe('identifiers of a vendor', () => {
  it('are kept in one form, changed and removed', async () => {
    const { id } = cast.vendor.harbour;
    expect(await keepIdentifier(store, act, id, null, typed)).toMatchObject({ ok: true });
    const [row] = await seenBy(everything, id);
    expect(row).toMatchObject({ kind: 'vat', value: kept, country: 'DE', rivals: [] });
    expect(await keepIdentifier(store, act, id, null, typed)).toMatchObject({
      reason: { code: 'identifier_twice', field: 'value' },
    });
    expect(
      await keepIdentifier(store, act, id, row!.id, { kind: 'duns', value: '150483782' }),
    ).toMatchObject({ ok: true });
    expect(await seenBy(everything, id)).toMatchObject([{ kind: 'duns', country: null }]);
    expect(await removeIdentifier(store, act, id, row!.id)).toMatchObject({ ok: true });
    expect(await seenBy(everything, id)).toEqual([]);
  });

  it('belong to one vendor: insiders are told to whom, as far as they reach', async () => {
    const { harbour, brittle } = cast.vendor;
    await keepIdentifier(store, act, harbour.id, null, typed);
    expect(await keepIdentifier(store, act, brittle.id, null, typed)).toMatchObject({
      reason: { code: 'identifier_taken', params: { vendor: 'Harbour Line', code: 'HARBOUR' } },
    });
    expect(await keepIdentifier(store, distant(), harbour.id, null, typed)).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(
      await keepIdentifier(store, act, harbour.id, null, { kind: 'vat', value: 'DE136695977' }),
    ).toMatchObject({
      reason: { code: 'identifier_check' },
    });
  });

  it('tell a vendor nothing of another one, and let insiders settle whose they are', async () => {
    const { harbour, brittle } = cast.vendor;
    await keepIdentifier(store, act, harbour.id, null, typed);
    const free = await keepIdentifier(store, outsider(brittle.id), brittle.id, null, {
      kind: 'vat',
      value: 'FR40303265045',
    });
    const shared = await keepIdentifier(store, outsider(brittle.id), brittle.id, null, typed);
    expect(shared).toEqual(free);
    const own = await seenBy({ kind: 'vendor', vendorId: brittle.id }, brittle.id);
    expect(own.map(({ id: _, ...rest }) => rest)).toEqual([
      { kind: 'vat', value: kept, country: 'DE', rivals: [] },
      { kind: 'vat', value: 'FR40303265045', country: 'FR', rivals: [] },
    ]);
    const rivals = [{ vendorId: harbour.id, name: 'Harbour Line' }];
    expect(await seenBy(everything, brittle.id)).toMatchObject([
      { value: kept, rivals },
      { rivals: [] },
    ]);
    const [held] = await seenBy(everything, harbour.id);
    expect(held).toMatchObject({ rivals: [{ vendorId: brittle.id }] });
    await removeIdentifier(store, act, harbour.id, held!.id);
    expect(await keepIdentifier(store, act, harbour.id, null, typed)).toMatchObject({
      reason: { code: 'identifier_taken', params: { code: 'BRITTLE' } },
    });
  });
});
