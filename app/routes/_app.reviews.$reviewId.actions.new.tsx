import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { colleagues } from '~/actions/colleague-queries.server';
import { measureChoices } from '~/actions/measure';
import { measuresOf } from '~/actions/measure-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { MeasureField } from '~/components/actions/MeasureField';
import { OwnerFields } from '~/components/actions/OwnerFields';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { promiseReviewAction } from '~/reviews/promise-review-action.server';
import { reviewHeading } from '~/reviews/review-page.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const heading = found(await reviewHeading(reader, scope, reviewId));
  return {
    title: t('reviews:action.title'),
    heading,
    colleagues: await colleagues(reader),
    measures: measureChoices(await measuresOf(reader, heading.vendorId), { t, locale }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  found(await reviewHeading(reader, scope, reviewId));
  const values = formValues(await args.request.formData());
  const outcome = await promiseReviewAction(store, act, reviewId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${reviewId}/meeting`, { key: 'reviews:notice.promised' });
}

export default function PromiseInReview() {
  const { title, heading, colleagues, measures } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <ReviewStep
      title={title}
      lead={t('reviews:action.lead')}
      heading={heading}
      back={`/reviews/${heading.id}/meeting`}
      submit={t('reviews:action.submit')}
      answer={useActionData<typeof action>()}
    >
      <TextField
        name="title"
        label={t('actions:column.title')}
        help={t('actions:field.titleHelp')}
        maxLength={400}
      />
      <OwnerFields colleagues={colleagues} />
      <MeasureField measures={measures} />
    </ReviewStep>
  );
}
