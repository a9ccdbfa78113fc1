import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { RadioField } from '~/components/form/choices';
import { TextAreaField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { addItem } from '~/reviews/add-item.server';
import { itemKinds } from '~/reviews/record';
import { reviewHeading } from '~/reviews/review-page.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  return {
    title: t('reviews:item.title'),
    heading: found(await reviewHeading(reader, scope, reviewId)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  found(await reviewHeading(reader, scope, reviewId));
  const values = formValues(await args.request.formData());
  const outcome = await addItem(store, act, reviewId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${reviewId}`, { key: 'reviews:notice.itemAdded' });
}

export default function AddItem() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <ReviewStep
      title={title}
      lead={t('reviews:item.lead')}
      heading={heading}
      submit={t('reviews:item.submit')}
      answer={useActionData<typeof action>()}
    >
      <RadioField
        name="kind"
        label={t('reviews:item.kind')}
        initial="item"
        choices={itemKinds.map((value) => ({
          value,
          label: t(`reviews:item.kinds.${value}`),
          help: t(`reviews:item.kindHelp.${value}`),
        }))}
      />
      <TextField name="title" label={t('reviews:item.name')} maxLength={200} />
      <TextAreaField
        name="details"
        label={t('reviews:item.details')}
        rows={5}
        maxLength={4000}
        optional
      />
    </ReviewStep>
  );
}
