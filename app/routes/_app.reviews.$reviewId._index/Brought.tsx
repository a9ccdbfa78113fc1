import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton, ButtonLink } from '~/components/form/buttons';
import classes from '~/components/reviews/Pack.module.css';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import type { ReviewPage } from './load-page.server';

/** What either side brings to the meeting beside the pack: items, and suggestions for improvement. */
export function Brought({ page }: { page: ReviewPage }) {
  const { t } = useTranslation();
  const { items, review, isOwn, mayContribute } = page;
  const side = isOwn ? 'vendor' : 'ours';
  if (items.length === 0 && !mayContribute) return null;
  return (
    <Section
      title={t('reviews:item.title')}
      action={
        mayContribute && (
          <ButtonLink href={`/reviews/${review.id}/items/new`}>
            {t('reviews:item.submit')}
          </ButtonLink>
        )
      }
    >
      {items.length === 0 && <p className={classes.missing}>{t('reviews:item.none')}</p>}
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.id}>
            <p>
              <strong>{item.title}</strong>{' '}
              <StateBadge>{t(`reviews:item.kinds.${item.kind}`)}</StateBadge>
            </p>
            {item.details && <p className={classes.said}>{item.details}</p>}
            <p className={classes.by}>
              {item.person ?? t(`common:side.${item.side}`)}
              {' · '}
              {t(`common:side.${item.side}`)}
            </p>
            {mayContribute && item.side === side && (
              <Withdrawal reviewId={review.id} itemId={item.id} title={item.title} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Withdrawal(props: { reviewId: number; itemId: number; title: string }) {
  const { t } = useTranslation();
  const target = `/reviews/${props.reviewId}/items/${props.itemId}/withdrawal`;
  return (
    <Form method="post" action={target} preventScrollReset>
      <SubmitButton action={target} look="quiet">
        {t('reviews:item.withdraw')}
        <span className="visually-hidden">: {props.title}</span>
      </SubmitButton>
    </Form>
  );
}
