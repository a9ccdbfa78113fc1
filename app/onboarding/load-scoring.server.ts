import type { Reader } from '~db/store.server';
import { opinionsOf, unsettled, workOut } from './arithmetic';
import { answersSeenBy, settlementsOf, type FoundScoring } from './scoring-queries.server';

/** An assessment worked out from the scores that the reader may see. */
export async function worked(
  reader: Reader,
  { scoring, document }: FoundScoring,
  personId: number | null,
) {
  const answers = await answersSeenBy(reader, scoring.id, personId);
  const settled = await settlementsOf(reader, scoring.id);
  const opinions = opinionsOf(document, answers, settled);
  return {
    answers,
    settled,
    opinions,
    open: unsettled(document, opinions),
    result: workOut(document, opinions),
  };
}
