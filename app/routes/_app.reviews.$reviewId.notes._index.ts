import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { notesOf } from '~/reviews/record-queries.server';
import { reviewHeading } from '~/reviews/review-page.server';
import { found, recordId } from '~/shared/record-id';

/** The notes as they stand now and who wrote last: asked for by everybody who has the meeting open. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, person } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const { state } = found(await reviewHeading(reader, scope, reviewId));
  const notes = await notesOf(reader, reviewId);
  return Response.json({
    state,
    notes: notes.map(({ personId, ...note }) => ({ ...note, isMine: personId === person.id })),
  });
}
