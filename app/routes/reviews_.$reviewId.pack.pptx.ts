import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { translate } from '~/locales/i18n.server';
import { isLanguage } from '~/locales/languages';
import { paperSlides } from '~/reviews/paper';
import { paperFileName } from '~/reviews/paper-file';
import { findPaper } from '~/reviews/paper-queries.server';
import { found, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';
import { fileWriter } from './shared/file-writer.server';

const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/**
 * The pack of a review and its record as slides (PPTX), in the reader's language or the one that the URL asks for (`lang`).
 * Ours choose the `part`, shared unless they say so; a vendor gets what is shared.
 */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reviews.read');
  const { reader, scope, locale, now } = visit;
  const asked = new URL(args.request.url).searchParams;
  const wanted = asked.get('lang');
  const language = isLanguage(wanted) ? wanted : locale;
  const part = asked.get('part') === 'internal' ? 'internal' : 'shared';
  const reviewId = recordId(args.params['reviewId']);
  const paper = found(await findPaper(reader, scope, reviewId, { part, now }));
  const file = await fileWriter(args, visit).print(
    paperSlides(paper, language, translate(language)),
  );
  return fileAnswer(`${paperFileName(paper)}.pptx`, SLIDES, file);
}
