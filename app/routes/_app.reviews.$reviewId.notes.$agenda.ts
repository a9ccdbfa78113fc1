import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { agendaItems } from '~/packs/section';
import { saveNote } from '~/reviews/save-note.server';
import { formValues } from '~/shared/form-values';
import { found, notFound, recordId } from '~/shared/record-id';

/**
 * Saves the note of a point of the agenda. The page that types it asks for JSON: 200 with the version that it became, 409
 * with both texts where it met another's, 422 where the record is out. A form without script is led back to the page.
 */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const agenda = found(agendaItems.find((item) => item === args.params['agenda']));
  const values = formValues(await args.request.formData());
  const outcome = await saveNote(store, act, { reviewId, agenda }, values);
  const isTyped = args.request.headers.get('Accept') === 'application/json';
  if (!outcome.ok && outcome.reason.code === 'not_found') throw notFound();
  if (!isTyped) {
    const back = `/reviews/${reviewId}/meeting#${agenda}`;
    if (!outcome.ok)
      return redirectWithNotice(back, { key: `errors:${outcome.reason.code}`, refused: true });
    return outcome.value.kind === 'saved'
      ? redirectWithNotice(back, { key: 'reviews:notice.noteSaved' })
      : redirectWithNotice(back, { key: 'reviews:notice.noteSetAside', refused: true });
  }
  if (!outcome.ok) return Response.json(outcome.reason, { status: 422 });
  return Response.json(outcome.value, { status: outcome.value.kind === 'saved' ? 200 : 409 });
}
