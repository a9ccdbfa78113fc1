import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { RadioField } from '~/components/form/choices';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ReviewStep } from '~/components/reviews/ReviewStep';
import { useSpeech } from '~/components/reviews/use-speech';
import { packValueText, packWordsText } from '~/packs/say-words';
import { packRatings } from '~/packs/section';
import { ratedFigures } from '~/packs/show-value';
import { packOf } from '~/reviews/pack-queries.server';
import { ratingsOf } from '~/reviews/record-queries.server';
import { reviewHeading } from '~/reviews/review-page.server';
import { settleRating } from '~/reviews/settle-rating.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const figureId = new URL(args.request.url).searchParams.get('figure') ?? '';
  const { pack } = found(await packOf(reader, scope, reviewId, 'shared'));
  const settled = await ratingsOf(reader, reviewId);
  return {
    title: t('reviews:overrule.title'),
    heading: found(await reviewHeading(reader, scope, reviewId)),
    figure: found(ratedFigures(pack).find(({ id }) => id === figureId)),
    settled: settled.find((one) => one.figureId === figureId) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  found(await reviewHeading(reader, scope, reviewId));
  const values = formValues(await args.request.formData());
  const outcome = await settleRating(store, act, reviewId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${reviewId}/meeting`, { key: 'reviews:notice.rated' });
}

export default function OverruleRating() {
  const { title, heading, figure, settled } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const speech = useSpeech();
  return (
    <ReviewStep
      title={title}
      lead={t('reviews:overrule.lead', {
        figure: packWordsText(figure.label, speech),
        rating: packValueText(figure.value, speech),
      })}
      heading={heading}
      back={`/reviews/${heading.id}/meeting`}
      submit={t('reviews:overrule.submit')}
      answer={useActionData<typeof action>()}
    >
      <input type="hidden" name="figureId" value={figure.id} />
      <RadioField
        name="rating"
        label={t('reviews:overrule.rating')}
        initial={settled?.rating ?? figure.rating}
        choices={packRatings.map((value) => ({ value, label: t(`reviews:rating.${value}`) }))}
      />
      <TextAreaField
        name="reason"
        label={t('common:column.reason')}
        help={t('reviews:overrule.reasonHelp')}
        initial={settled?.reason ?? null}
        rows={4}
        maxLength={4000}
      />
    </ReviewStep>
  );
}
