import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DateField } from '~/components/form/dates';
import { FieldRow } from '~/components/form/EditForm';
import { TextAreaField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { moveReview } from '~/reviews/move-review.server';
import { reviewHeading, reviewToMove } from '~/reviews/review-page.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { zoneName } from '~/shared/zone-name';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const heading = found(await reviewToMove(reader, scope, reviewId));
  return {
    title: t('reviews:move.title'),
    heading,
    zone: zoneName(heading.timeZone, locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  found(await reviewHeading(reader, scope, reviewId));
  const values = formValues(await args.request.formData());
  const outcome = await moveReview(store, act, reviewId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${reviewId}`, { key: 'reviews:notice.moved' });
}

export default function MoveReview() {
  const { title, heading, zone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <ReviewStep
      title={title}
      lead={t('reviews:move.lead')}
      heading={heading}
      submit={t('reviews:move.submit')}
      answer={useActionData<typeof action>()}
    >
      <FieldRow>
        <DateField name="date" label={t('reviews:move.date')} initial={heading.date} />
        <TextField
          name="time"
          label={t('reviews:move.time')}
          help={t('reviews:move.timeHelp', { zone })}
          initial={heading.time}
          width="short"
        />
      </FieldRow>
      <TextAreaField name="reason" label={t('common:column.reason')} rows={3} maxLength={400} />
    </ReviewStep>
  );
}
