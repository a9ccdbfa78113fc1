import { clauseRequirements, clauses, clauseTexts } from '~db/schema/clauses';
import type { Store, Tx } from '~db/store.server';
import { modelClauses, modelRequirements } from './model-clauses';

/**
 * Brings the clauses of the product into a store that lacks them, with their texts and what requires them. It leaves alone
 * what is there, so that a house's texts stay the house's, and may run at every start. Nobody's act: not in the trail.
 */
export async function seedClauses(store: Store, now: Date): Promise<number> {
  return store.transact(async (tx) => {
    const known = new Set((await tx.select({ code: clauses.code }).from(clauses)).map(codeOf));
    const missing = modelClauses.filter(({ code }) => !known.has(code));
    if (missing.length > 0) await insertModels(tx, missing, now.toISOString());
    return missing.length;
  });
}

async function insertModels(
  tx: Tx,
  models: readonly (typeof modelClauses)[number][],
  createdAt: string,
): Promise<void> {
  const inserted = await tx
    .insert(clauses)
    .values(
      models.map(({ textEn: _en, textZh: _zh, ...clause }) => ({
        ...clause,
        position: modelClauses.findIndex(({ code }) => code === clause.code),
        withProduct: true,
        createdAt,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: clauses.id, code: clauses.code });
  const ids = new Map(inserted.map(({ id, code }) => [code, id]));
  const texts = models.flatMap(({ code, textEn, textZh }) => {
    const clauseId = ids.get(code);
    return clauseId === undefined ? [] : [{ clauseId, version: 1, textEn, textZh, createdAt }];
  });
  if (texts.length > 0) await tx.insert(clauseTexts).values(texts);
  const requirements = modelRequirements.flatMap(({ codes, ...requirement }) =>
    codes.flatMap((code) => {
      const clauseId = ids.get(code);
      const more = { isRequired: true, withProduct: true, createdAt };
      return clauseId === undefined ? [] : [{ clauseId, ...requirement, ...more }];
    }),
  );
  if (requirements.length > 0) await tx.insert(clauseRequirements).values(requirements);
}

function codeOf({ code }: { code: string }): string {
  return code;
}
