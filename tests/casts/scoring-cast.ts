import { eq } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, passChecks, testNow, type Cast, type CastPerson } from '../cast';
import { freshStore } from '../database';
import { concludeScoring } from '~/onboarding/conclude-scoring.server';
import { decideAdmission } from '~/onboarding/decide-admission.server';
import { handInScores } from '~/onboarding/hand-in-scores.server';
import { openScoring } from '~/onboarding/open-scoring.server';
import { criteriaOf } from '~/onboarding/scorecard';
import { usableScorecards } from '~/onboarding/scorecard-queries.server';
import { findScoring } from '~/onboarding/scoring-queries.server';
import { seedScorecards } from '~/onboarding/seed-scorecards.server';

export let store: Store;
export let cast: Cast;

/** Begins each test with the cast and the scorecards that come with the product. */
export function scorecardsForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    await seedScorecards(store, testNow);
  });
}

export function actOf(
  { id, name, role }: CastPerson,
  scope: Act['scope'] = everything,
  now = testNow,
): Act {
  return { actor: { kind: 'person', personId: id, name, role, address: null }, now, scope };
}

export async function five() {
  const template = (await usableScorecards(store.read)).find(
    ({ code }) => code === 'five-dimensions',
  );
  if (!template) throw new Error('the template comes with the product');
  return template;
}

export async function opened(vendorId: number, people: readonly CastPerson[]): Promise<number> {
  const { id } = await five();
  const outcome = await openScoring(store, actOf(cast.person.petra), {
    vendorId,
    assessorIds: people.map((person) => person.id),
    input: { versionId: String(id), cause: 'admission', dueOn: '2024-01-31' },
  });
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

export async function scoresOf(points: string, change: Record<string, string> = {}) {
  const { document } = await five();
  const all = criteriaOf(document).map(({ key }) => [`points.${key}`, points] as const);
  return { ...Object.fromEntries(all), ...change };
}

export async function handIn(
  scoringId: number,
  person: CastPerson,
  values: Record<string, string>,
) {
  return handInScores(store, actOf(person), { scoringId, values, isFinal: true });
}

export const found = async (scoringId: number) => {
  const row = await findScoring(store.read, everything, scoringId);
  if (!row) throw new Error('the assessment is there');
  return row;
};

/** An assessment in which everybody gave the same points, concluded by Petra. */
export async function concluded(vendorId: number, points = '4'): Promise<number> {
  const id = await opened(vendorId, [cast.person.pablo]);
  await handIn(id, cast.person.pablo, await scoresOf(points));
  expect(await concludeScoring(store, actOf(cast.person.petra), id)).toMatchObject({ ok: true });
  return id;
}

export const condition = {
  title: 'Insure',
  side: 'vendor',
  ownerName: 'Hanna',
  dueOn: '2024-02-01',
};

export async function screened(
  points = '4',
  checks: Parameters<typeof passChecks>[2] = {},
): Promise<number> {
  const { harbour } = cast.vendor;
  await store.transact((tx) =>
    tx.update(vendors).set({ status: 'prospect' }).where(eq(vendors.id, harbour.id)),
  );
  await changeVendorStatus(store, actOf(cast.person.petra), harbour.id, { status: 'screening' });
  await passChecks(store, harbour.id, checks);
  return concluded(harbour.id, points);
}

export const decide = (
  person: CastPerson,
  decision: string,
  conditions: Record<string, string>[] = [],
  more: Record<string, string> = {},
) =>
  decideAdmission(store, actOf(person), {
    vendorId: cast.vendor.harbour.id,
    input: { decision, reason: 'As assessed', ...more },
    conditions,
  });
