import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { withinScope } from '~/auth/scope.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { randomId } from '~db/columns';
import { actions } from '~db/schema/actions';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import type { ActionOrigin } from './action';
import { ownerOf, promiseFields } from './action-fields';
import { isColleague } from './colleague-queries.server';
import type { Measure } from './measure';
import { findMeasure } from './measure-queries.server';
import { tellOwner, type Given } from './tell-owner.server';

/** One promise of several that a record makes at once. */
export type ActionPromise = {
  vendorId: number;
  /** A step known by the product; else `title` says what is to be done. */
  step?: string;
  title?: string;
  side: 'ours' | 'vendor';
  ownerId?: number | null;
  ownerName?: string | null;
  dueOn: string | null;
} & Partial<Measure>;

/**
 * Promises that a record makes at once, in their order, as they are stored; the record's own entry in the audit trail
 * names them.
 */
export async function promiseActions(
  tx: Tx,
  act: Act,
  { origin, originId }: { origin: ActionOrigin; originId: number },
  promises: readonly ActionPromise[],
): Promise<Given[]> {
  if (promises.length === 0) return [];
  const createdAt = act.now.toISOString();
  const rows = promises.map((promise, position) => ({
    ...promise,
    ...{ id: randomId(), origin, originId, position, createdAt },
  }));
  await tx.insert(actions).values(rows);
  return rows.map(({ title = null, ownerId = null, ...row }) => ({ ...row, title, ownerId }));
}

type Promised = Omit<z.output<typeof promiseFields>, 'measure'> & { measure: Measure | null };

/** A promise as a form made it, its person and its measure known to be choices; else which of them is none. */
export async function readPromise(
  reader: Reader,
  vendorId: number,
  { measure: key, ...fields }: z.output<typeof promiseFields>,
): Promise<Outcome<Promised>> {
  if (!(await isColleague(reader, ownerOf(fields).ownerId)))
    return refused('not_a_choice', {}, 'ownerId');
  const measure = key === null ? null : await findMeasure(reader, vendorId, key);
  if (key !== null && measure === null) return refused('not_a_choice', {}, 'measure');
  return done({ ...fields, measure });
}

/** What of a promise is stored. */
export function promisedFields({ title, dueOn, measure, ...who }: Promised) {
  return { title, ...ownerOf(who), dueOn, ...measure };
}

/** Something agreed with a vendor outside of any procedure: what, who and by when. */
export async function promiseAction(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
): Promise<Outcome<number>> {
  const read = readFields(promiseFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    const seen = and(eq(vendors.id, vendorId), withinScope(act.scope, vendors.id));
    if ((await tx.$count(vendors, seen)) === 0) return refused('not_found');
    const promised = await readPromise(tx, vendorId, read.value);
    if (!promised.ok) return promised;
    const id = randomId();
    const after = promisedFields(promised.value);
    await tx.insert(actions).values({
      id,
      vendorId,
      origin: 'agreement',
      originId: vendorId,
      ...after,
      createdAt: act.now.toISOString(),
    });
    await record(tx, act, {
      action: 'action.promised',
      entity: 'action',
      entityId: id,
      vendorId,
      after,
    });
    await tellOwner(tx, act, { id, vendorId, origin: 'agreement', ...after });
    return done(id);
  });
}
