import { beforeAll, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { castInto, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import type { Store } from '~db/store.server';
import { removeView, saveView } from './save-view.server';
import { MOST_VIEWS } from './view';
import { viewsOf } from './view-queries.server';

let store: Store;
let cast: Cast;
const actOf = ({ id, name, role }: CastPerson): Act => ({
  actor: { kind: 'person', personId: id, name, role, address: null },
  now: testNow,
  scope: everything,
});

beforeAll(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

describe('saved views', () => {
  it('are kept for the person alone, and renewed under the same name', async () => {
    const { mona, marek } = cast.person;
    const view = { list: '/breaches', name: 'Waits for me', search: '?wait=us&page=2' };
    expect(await saveView(store, actOf(mona), view)).toMatchObject({ ok: true });
    await saveView(store, actOf(mona), { ...view, search: 'wait=us&severity=critical' });
    expect(await viewsOf(store.read, mona.id)).toEqual([
      expect.objectContaining({ list: '/breaches', search: 'severity=critical&wait=us' }),
    ]);
    expect(await viewsOf(store.read, marek.id)).toEqual([]);
  });

  it('are removed by their owner and nobody else', async () => {
    const { mona, marek } = cast.person;
    const [view] = await viewsOf(store.read, mona.id);
    expect(await removeView(store, actOf(marek), view!.id)).toMatchObject({ ok: false });
    expect(await viewsOf(store.read, mona.id)).toHaveLength(1);
    expect(await removeView(store, actOf(mona), view!.id)).toMatchObject({ ok: true });
    expect(await viewsOf(store.read, mona.id)).toEqual([]);
  });

  it('want a name, and are not endless', async () => {
    const { petra } = cast.person;
    const act = actOf(petra);
    expect(await saveView(store, act, { list: '/vendors', name: ' ', search: '' })).toMatchObject({
      ok: false,
    });
    for (let n = 0; n < MOST_VIEWS; n += 1)
      await saveView(store, act, { list: '/vendors', name: `View ${n}`, search: '' });
    const more = await saveView(store, act, { list: '/vendors', name: 'One more', search: '' });
    expect(more).toMatchObject({ ok: false });
    expect(await viewsOf(store.read, petra.id)).toHaveLength(MOST_VIEWS);
  });
});
