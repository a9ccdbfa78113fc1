import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { invite } from './newcomer';

export let store: Store;
export let cast: Cast;
export let petra: Act;
export let folder: string;

/** Begins each test with the cast, and with a folder for what is handed in. */
export function castForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    folder = mkdtempSync(join(tmpdir(), 'mainstay-self-service-'));
    const { id, name, role } = cast.person.petra;
    const actor = { kind: 'person', personId: id, name, role, address: null } as const;
    petra = { now: testNow, scope: everything, actor };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

export const invited = () => invite({ store, cast, petra });
