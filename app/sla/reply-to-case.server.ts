import { z } from 'zod';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { readFields, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { LONGEST_REASON } from '~/shared/reason-text';
import { loadCase, partyOf } from './load-case.server';
import { tellCase, writeToSide } from './move-case.server';

const replyFields = z.object({ text: requiredText(LONGEST_REASON) });

/**
 * Says something in a case, at any time. What our side marks as internal is neither shown nor mailed to the vendor; a
 * vendor's words are never internal.
 */
export async function replyToCase(
  store: Store,
  act: Act,
  { caseId, internal, ...input }: { caseId: number; text: string; internal: boolean },
): Promise<Outcome> {
  const read = readFields(replyFields, input);
  if (!read.ok) return read;
  const { text } = read.value;
  return store.transact(async (tx) => {
    const open = await loadCase(tx, act, caseId);
    if (!open) return refused('not_found');
    const isVendor = partyOf(act) === 'vendor';
    const isInternal = internal && !isVendor;
    await tellCase(tx, act, open, { kind: 'replied', text, internal: isInternal });
    await record(tx, act, {
      action: 'case.replied',
      entity: 'case',
      entityId: caseId,
      vendorId: open.row.vendorId,
      after: { text, internal: isInternal },
    });
    if (!isInternal)
      await writeToSide(tx, act, open, {
        template: 'caseReplied',
        to: isVendor ? 'managers' : 'vendor',
        params: { text },
      });
    return done();
  });
}
