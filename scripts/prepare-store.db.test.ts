import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { productScorecards } from '~/onboarding/product-scorecards';
import { scorecards, scorecardVersions } from '~db/schema/onboarding';
import { openStore, type StoreOptions } from '~db/store.server';
import { afterFile } from '../tests/ending';
import { administer, databaseAt } from '../tests/postgres-template';
import { prepareStore } from './prepare-store';

const server = process.env['DATABASE_URL'];

/** Where nothing is stored yet. */
async function emptyPlace(): Promise<StoreOptions> {
  if (server === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-empty-'));
    afterFile(() => rmSync(folder, { recursive: true, force: true }));
    return { file: join(folder, 'store.sqlite') };
  }
  const name = `mainstay_empty_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  afterFile(async () => {
    await administer(server, `drop database ${name} with (force)`);
  });
  return { url: databaseAt(server, name) };
}

it('is done once by servers that start together', async () => {
  const place = await emptyPlace();
  const stores = [1, 2, 3].map(() => openStore(place));
  const [store] = stores;
  try {
    await Promise.all(stores.map((each) => prepareStore(each)));
    const count = Object.keys(productScorecards).length;
    expect(await store?.read.$count(scorecards)).toBe(count);
    expect(await store?.read.$count(scorecardVersions)).toBe(count);
  } finally {
    for (const each of stores) await each.close();
  }
});
