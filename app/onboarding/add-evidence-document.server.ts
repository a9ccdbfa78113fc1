import type { Act } from '~/auth/act';
import { keepDocument } from '~/documents/keep-document.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { moveCheck } from './check-event.server';
import { findCheck } from './check-queries.server';
import { mayWorkOutside } from './due-diligence';

/** Keeps a document as evidence of a check: ours alone, and there for whoever may see the check. */
export async function addEvidenceDocument(
  portal: { store: Store; uploads: string },
  act: Act,
  checkId: number,
  file: { name: string; bytes: Uint8Array } | undefined,
  input: unknown,
): Promise<Outcome> {
  const found = await findCheck(portal.store.read, act.scope, checkId);
  if (!found) return refused('not_found');
  const may = act.scope.kind === 'grants' ? mayWorkOutside(found.check) : done();
  if (!may.ok) return may;
  const { vendorId } = found.check;
  const subject = { kind: 'check' as const, id: checkId };
  const kept = await keepDocument(portal, act, { vendorId, subject, internal: true }, file, input);
  if (!kept.ok) return kept;
  return portal.store.transact(async (tx) => {
    const now = await findCheck(tx, act.scope, checkId);
    if (!now) return refused('not_found');
    const begins = now.check.state === 'not_started';
    await moveCheck(tx, act, now.check, begins ? { state: 'in_progress' } : {}, {
      kind: 'evidence_added',
      text: file?.name ?? null,
    });
    return done();
  });
}
