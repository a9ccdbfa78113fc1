import { desc, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { scorecards, scorecardVersions } from '~db/schema/onboarding';
import type { Store, Tx } from '~db/store.server';
import { checkScorecard, type Scorecard } from './scorecard';

/** A new template with its first draft; its code names it in files and demos. */
export async function createScorecard(
  store: Store,
  act: Act,
  { code, document }: { code: string; document: Scorecard },
): Promise<Outcome<{ scorecardId: number; versionId: number }>> {
  return store.transact(async (tx) => {
    if ((await tx.$count(scorecards, eq(scorecards.code, code))) > 0)
      return refused('already_exists', { value: code }, 'code');
    const scorecardId = randomId();
    await tx.insert(scorecards).values({ id: scorecardId, code, createdAt: act.now.toISOString() });
    const versionId = await addDraft(tx, act, { scorecardId, version: 1, document });
    return done({ scorecardId, versionId });
  });
}

/** Keeps what a draft says now, whole or not yet; a published version is never changed (`scorecard_published`). */
export async function saveDraft(
  store: Store,
  act: Act,
  versionId: number,
  document: Scorecard,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const draft = await draftOf(tx, versionId);
    if (!draft) return refused('not_found');
    if (draft.state === 'published') return refused('scorecard_published');
    await tx.update(scorecardVersions).set({ document }).where(eq(scorecardVersions.id, versionId));
    await record(tx, act, {
      action: 'scorecard.changed',
      entity: 'scorecard',
      entityId: draft.scorecardId,
      before: { version: draft.version, document: draft.document },
      after: { version: draft.version, document },
    });
    return done();
  });
}

/** Publishes a draft that is whole: from here on it never changes. */
export async function publishScorecard(
  store: Store,
  act: Act,
  versionId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const draft = await draftOf(tx, versionId);
    if (!draft) return refused('not_found');
    if (draft.state === 'published') return refused('scorecard_published');
    const checked = checkScorecard(draft.document);
    if (!checked.ok) return checked;
    await tx
      .update(scorecardVersions)
      .set({
        state: 'published',
        publishedAt: act.now.toISOString(),
        publishedBy: personIdOf(act),
      })
      .where(eq(scorecardVersions.id, versionId));
    await record(tx, act, {
      action: 'scorecard.published',
      entity: 'scorecard',
      entityId: draft.scorecardId,
      before: { version: draft.version, state: draft.state },
      after: { version: draft.version, state: 'published' },
    });
    return done();
  });
}

/** The next version as a copy of the latest; the draft that is there already where there is one. */
export async function reviseScorecard(
  store: Store,
  act: Act,
  scorecardId: number,
): Promise<Outcome<number>> {
  return store.transact(async (tx) => {
    await tx.lockRow('scorecards', 'id', scorecardId);
    const [latest] = await tx
      .select()
      .from(scorecardVersions)
      .where(eq(scorecardVersions.scorecardId, scorecardId))
      .orderBy(desc(scorecardVersions.version))
      .limit(1);
    if (!latest) return refused('not_found');
    if (latest.state === 'draft') return done(latest.id);
    const { document } = latest;
    return done(await addDraft(tx, act, { scorecardId, version: latest.version + 1, document }));
  });
}

async function addDraft(
  tx: Tx,
  act: Act,
  { scorecardId, version, document }: { scorecardId: number; version: number; document: Scorecard },
): Promise<number> {
  const id = randomId();
  await tx.insert(scorecardVersions).values({
    id,
    scorecardId,
    version,
    state: 'draft',
    document,
    createdAt: act.now.toISOString(),
    createdBy: personIdOf(act),
  });
  await record(tx, act, {
    action: 'scorecard.drafted',
    entity: 'scorecard',
    entityId: scorecardId,
    after: { version, name: document.name },
  });
  return id;
}

async function draftOf(tx: Tx, versionId: number) {
  await tx.lockRow('scorecard_versions', 'id', versionId);
  const [row] = await tx
    .select()
    .from(scorecardVersions)
    .where(eq(scorecardVersions.id, versionId));
  return row ?? null;
}
