import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct } from '~/auth/act';
import { defaultWeights } from '~/fallback/ranking';
import { auditEntries } from '~db/schema/audit';
import { settings } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { changeSetting } from './change-setting.server';
import { changeSettings } from './change-settings.server';
import { portalAddress, readSetting, readSettings } from './setting-queries.server';
import { settingsFormValues } from './settings-form';

const act = commandAct(testNow);
let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const form = async (change: Record<string, string>) => ({
  ...settingsFormValues(await readSettings(store.read)),
  ...change,
});
const codeOf = (outcome: Awaited<ReturnType<typeof changeSettings>>) =>
  outcome.ok ? 'done' : `${outcome.reason.code} ${outcome.reason.field}`;

describe('settings', () => {
  it('hold their initial values until somebody says otherwise', async () => {
    expect(await readSetting(store.read, 'ranking_weights')).toEqual(defaultWeights);
    expect(await portalAddress(store.read)).toBe('http://localhost:3000');
    expect(codeOf(await changeSettings(store, act, await form({})))).toBe('done');
    expect(await store.read.$count(auditEntries)).toBe(0);
  });

  it('change together, each with its entry', async () => {
    const change = {
      portal_address: 'https://portal.example.com/',
      house_currency: 'cny',
      performance: '20',
      risk: '20',
    };
    expect(codeOf(await changeSettings(store, act, await form(change)))).toBe('done');
    expect(await readSettings(store.read)).toMatchObject({
      portal_address: 'https://portal.example.com',
      house_currency: 'CNY',
      ranking_weights: { ...defaultWeights, performance: 20, risk: 20 },
    });
    const entries = await store.read.select().from(auditEntries);
    expect(entries.map(({ entityId }) => entityId)).toEqual([
      'portal_address',
      'house_currency',
      'ranking_weights',
    ]);
    expect(entries[1]).toMatchObject({ before: { value: 'EUR' }, after: { value: 'CNY' } });
  });

  it.each([
    [{ performance: '40' }, 'weights_total performance'],
    [{ performance: '-1', risk: '41' }, 'too_small performance'],
    [{ house_currency: 'euro' }, 'currency_unknown house_currency'],
    [{ house_currency: 'usx' }, 'currency_unknown house_currency'],
    [{ time_zone: 'Mars' }, 'not_a_time_zone time_zone'],
    [{ portal_address: 'javascript:alert(1)' }, 'not_an_address portal_address'],
    [{ rows: 'many' }, 'not_a_whole_number rows'],
    [{ fileMegabytes: '0' }, 'too_small fileMegabytes'],
  ])('%o is refused, and nothing is kept', async (change, answer) => {
    const input = await form({ ...change, columns: '150' });
    expect(codeOf(await changeSettings(store, act, input))).toBe(answer);
    expect(await store.read.$count(settings)).toBe(0);
  });

  it('fall back to the initial value where what was kept no longer fits', async () => {
    expect((await changeSetting(store, act, { name: 'house_currency', value: 7 })).ok).toBe(false);
    await store.transact(async (tx) => {
      const row = { name: 'house_currency', value: 'dollars', changedAt: testNow.toISOString() };
      await tx.insert(settings).values(row);
    });
    expect(await readSetting(store.read, 'house_currency')).toBe('EUR');
  });
});
