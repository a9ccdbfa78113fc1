import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { signReview } from '~/reviews/sign-review.server';
import { reviewHeading } from '~/reviews/review-page.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  return {
    title: t('reviews:signature.title'),
    heading: found(await reviewHeading(reader, scope, reviewId)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  found(await reviewHeading(reader, scope, reviewId));
  const values = formValues(await args.request.formData());
  const outcome = await signReview(store, act, reviewId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${reviewId}/record`, { key: 'reviews:notice.signed' });
}

export default function SignRecord() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <ReviewStep
      title={title}
      lead={t('reviews:signature.lead')}
      heading={heading}
      back={`/reviews/${heading.id}/record`}
      submit={t('reviews:signature.submit')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField
        name="comment"
        label={t('reviews:signature.comment')}
        help={t('reviews:signature.commentHelp')}
        rows={4}
        maxLength={4000}
        optional
      />
    </ReviewStep>
  );
}
