import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DocumentFields } from '~/components/documents/DocumentFields';
import { CheckboxField } from '~/components/form/choices';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { readUploadForm } from '~/components/upload-form.server';
import { documentLimit, keepDocument } from '~/documents/keep-document.server';
import { findReview } from '~/reviews/find-review.server';
import { daysOf, sideOf } from '~/reviews/load-review.server';
import { mayContribute } from '~/reviews/record';
import { reviewHeading } from '~/reviews/review-page.server';
import { refused } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  return {
    title: t('documents:upload'),
    heading: found(await reviewHeading(reader, scope, reviewId)),
    limit: await documentLimit(reader),
    isOurs: person.role !== 'vendor',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  const review = found(await findReview(reader, scope, reviewId));
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const days = daysOf(review, act.now);
  const outcome = mayContribute(sideOf(act), days)
    ? await keepDocument(
        args.context,
        act,
        {
          vendorId: review.vendor.id,
          subject: { kind: 'review', id: reviewId },
          internal: sideOf(act) === 'ours' && values['internal'] === 'on',
        },
        files[0],
        values,
      )
    : refused('review_comments_over', { until: days.commentsUntil });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${reviewId}`, { key: 'documents:notice.kept' });
}

export default function ReviewDocument() {
  const { title, heading, limit, isOurs } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <ReviewStep
      title={title}
      heading={heading}
      submit={t('documents:upload')}
      hasFiles
      answer={useActionData<typeof action>()}
    >
      <DocumentFields limit={limit} />
      {isOurs && (
        <CheckboxField
          name="internal"
          label={t('documents:internal')}
          help={t('documents:internalHelp')}
        />
      )}
    </ReviewStep>
  );
}
