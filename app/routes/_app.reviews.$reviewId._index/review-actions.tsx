import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import type { ReviewPage } from './load-page.server';

/** The one thing to do with a review in its state, and what else can be done. */
export function useReviewActions({
  review,
  mayLead,
  isOwn,
  signatures,
  mayContribute,
  mayFreeze,
}: ReviewPage) {
  const { t } = useTranslation();
  const path = `/reviews/${review.id}`;
  const link = (to: string, words: string, look: 'primary' | 'secondary' = 'primary') => (
    <ButtonLink href={`${path}${to}`} look={look}>
      {words}
    </ButtonLink>
  );
  if (isOwn) {
    const isAnswered = signatures.some(({ side }) => side === 'vendor');
    if (review.state === 'recorded' && !isAnswered)
      return { action: link('/record', t('reviews:act.readAndSign')) };
    if (review.state === 'recorded' || review.state === 'signed')
      return { action: link('/record', t('reviews:act.record'), 'secondary') };
    return mayContribute ? { action: link('/items/new', t('reviews:item.submit')) } : {};
  }
  if (!mayLead) {
    const isOut = ['held', 'recorded', 'signed'].includes(review.state);
    return isOut ? { action: link('/record', t('reviews:act.record'), 'secondary') } : {};
  }
  const toCome = (
    <>
      {link('/move', t('reviews:act.move'), 'secondary')}
      {link('/cancellation', t('reviews:act.cancel'), 'secondary')}
    </>
  );
  switch (review.state) {
    case 'planned':
      return {
        also: toCome,
        action: mayFreeze && <Freeze path={path} />,
      };
    case 'frozen':
      return {
        also: toCome,
        action: <Open path={path} />,
      };
    case 'meeting':
      return { action: link('/meeting', t('reviews:act.meeting')) };
    case 'held':
      return {
        also: link('/meeting', t('reviews:act.mend'), 'secondary'),
        action: link('/record', t('reviews:act.readAndSend')),
      };
    case 'recorded':
      return {
        action: signatures.some(({ side }) => side === 'ours')
          ? link('/record', t('reviews:act.record'), 'secondary')
          : link('/record', t('reviews:act.readAndSign')),
      };
    case 'signed':
      return { action: link('/record', t('reviews:act.record'), 'secondary') };
    case 'cancelled':
      return {};
  }
}

function Freeze({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      label={t('reviews:act.freeze')}
      action={`${path}/freezing`}
      look="primary"
      openLook="primary"
    >
      {t('reviews:act.freezeHelp')}
    </ConfirmButton>
  );
}

function Open({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={`${path}/opening`}>
      <SubmitButton action={`${path}/opening`}>{t('reviews:act.open')}</SubmitButton>
    </Form>
  );
}
