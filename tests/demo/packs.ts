import { expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { restatementsOf } from '~/reviews/restatement-queries.server';
import { verifyPack } from '~/reviews/pack-queries.server';
import { periodOf } from '~/shared/period';
import type { Store } from '~db/store.server';
import { brokenPacks, frozenPacks, leaks, reviewStates } from './demo-packs';
import { DEMO_NOW } from '~db/demo/people';

/** Of the demo: its packs stay as they were frozen, leak nothing, and tell what they should. */
export function packTests(demo: () => Store): void {
  it('froze packs of which none has changed since', async () => {
    const { frozen, broken } = await brokenPacks(demo());
    expect(broken).toEqual([]);
    expect(frozen).toBe(48);
  });

  it('gives carriers packs in which nothing internal and no other carrier is named', async () => {
    expect(await leaks(demo())).toEqual([]);
  });

  it('tells of December first in Southwest’s pack for the fourth quarter of 2022', async () => {
    const packs = await frozenPacks(demo(), 'shared');
    const found = packs.find(
      ({ pack }) => pack.vendor.code === 'WN' && pack.quarter === periodOf(2022, 10),
    );
    expect(found?.pack.exceptions[0]?.words).toMatchObject({
      key: 'failures.failed',
      params: {
        month: { kind: 'period', period: periodOf(2022, 12) },
        severity: { words: { key: 'severity.critical' } },
        value: { kind: 'measure', unit: '%' },
      },
    });
  });

  it('keeps in Southwest’s pack what was first reported for November 2022, and shows what was corrected', async () => {
    const packs = await frozenPacks(demo(), 'shared');
    const reviewId = packs.find(
      ({ pack }) => pack.vendor.code === 'WN' && pack.quarter === periodOf(2022, 10),
    )?.reviewId;
    const restated = await restatementsOf(
      demo().read,
      everything,
      reviewId ?? 0,
      new Date(DEMO_NOW),
    );
    expect(restated.get('kpis/OTD_PCT/-/2022-11')).toMatchObject({
      value: expect.stringMatching(/^81\.86/) as string,
    });
    expect((await verifyPack(demo().read, everything, reviewId ?? 0, 'shared'))?.isIntact).toBe(
      true,
    );
  });

  it('carries what was promised at a review and not done over to the next one, with its age', async () => {
    const packs = await frozenPacks(demo(), 'shared');
    const next = packs.find(
      ({ pack }) => pack.vendor.code === 'B6' && pack.quarter === periodOf(2023, 4),
    );
    const late = next?.pack.exceptions.find(
      ({ kind, words }) =>
        kind === 'late' &&
        words.params?.['action']?.kind === 'text' &&
        words.params['action'].text === '每周按枢纽通报准点率及最差枢纽的改进措施',
    );
    expect(late?.words.params?.['count']).toMatchObject({ kind: 'count' });
    expect(await reviewStates(demo())).toEqual({ frozen: 4, planned: 13, recorded: 1, signed: 43 });
  });
}
