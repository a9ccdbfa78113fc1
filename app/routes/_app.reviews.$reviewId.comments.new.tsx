import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CheckboxField } from '~/components/form/choices';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { placeAnchor } from '~/components/reviews/pack-reading';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { useSpeech } from '~/components/reviews/use-speech';
import { packFigureText, sectionTitle } from '~/packs/show-value';
import { addComment } from '~/reviews/add-comment.server';
import { subjectOfComment } from '~/reviews/pack-place.server';
import { reviewHeading } from '~/reviews/review-page.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  const asked = new URL(args.request.url).searchParams;
  const heading = found(await reviewHeading(reader, scope, reviewId));
  const place = {
    part: asked.get('part') === 'internal' ? ('internal' as const) : ('shared' as const),
    sectionId: asked.get('section') ?? '',
    figureId: asked.get('figure'),
  };
  return {
    title: t('reviews:comment.title'),
    heading,
    isOurs: person.role !== 'vendor',
    ...found(await subjectOfComment(reader, scope, reviewId, place)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  found(await reviewHeading(reader, scope, reviewId));
  const values = formValues(await args.request.formData());
  const outcome = await addComment(store, act, reviewId, {
    ...values,
    internal: values['internal'] === 'on',
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  const place = placeAnchor(outcome.value.section, outcome.value.figure?.id);
  return redirectWithNotice(`/reviews/${reviewId}#${place}`, { key: 'reviews:notice.commented' });
}

export default function AddComment() {
  const { title, heading, isOurs, section, figure } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const speech = useSpeech();
  const isInternal = section.part === 'internal';
  return (
    <ReviewStep
      title={title}
      lead={figure ? packFigureText(figure, speech) : sectionTitle(section.id, speech)}
      heading={heading}
      submit={t('reviews:comment.submit')}
      answer={useActionData<typeof action>()}
    >
      <input type="hidden" name="part" value={section.part} />
      <input type="hidden" name="sectionId" value={section.id} />
      {figure && <input type="hidden" name="figureId" value={figure.id} />}
      <TextAreaField name="text" label={t('reviews:comment.text')} rows={5} maxLength={4000} />
      {isOurs && (
        <CheckboxField
          name="internal"
          label={t('reviews:comment.internal')}
          help={t('reviews:comment.internalHelp')}
          initial={isInternal}
          disabled={isInternal}
        />
      )}
    </ReviewStep>
  );
}
