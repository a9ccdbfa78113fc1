import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findReviewEvent } from '~/reviews/review-event-queries.server';
import { reviewEventFile } from '~/reviews/review-event.server';
import { found, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';

/** The meeting of a review as a calendar file, for whoever was not written to. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, now } = await requirePerson(args, 'reviews.read');
  const event = found(await findReviewEvent(reader, scope, recordId(args.params['reviewId'])));
  const method = event.cancelled ? 'CANCEL' : 'PUBLISH';
  const { name, type, content } = reviewEventFile(event, method, { language: locale, now });
  return fileAnswer(name, type, new TextEncoder().encode(content));
}
