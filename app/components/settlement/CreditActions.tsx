import type { TFunction } from 'i18next';
import type { CreditAction } from '~/settlement/credit-line';
import { PostButton } from '../breach/PostButton';
import { ButtonLink } from '../form/buttons';

/** What the reader may do to a credit: the main step first, the others beside it. */
export function creditButtons(base: string, steps: readonly CreditAction[], t: TFunction) {
  const link = (step: CreditAction, path: string, label: string, isMain = false) =>
    steps.includes(step) && (
      <ButtonLink href={`${base}/${path}`} look={isMain ? 'primary' : 'secondary'}>
        {label}
      </ButtonLink>
    );
  const main = steps.includes('claim') ? (
    <PostButton action={`${base}/claim`}>{t('settlement:act.claim')}</PostButton>
  ) : steps.includes('accept') ? (
    <PostButton action={`${base}/acceptance`}>{t('settlement:act.accept')}</PostButton>
  ) : (
    link('reject_dispute', 'ruling', t('settlement:act.rule'), true)
  );
  return {
    also: (
      <>
        {link('waive', 'waiver', t('settlement:act.waive'))}
        {link('dispute', 'dispute', t('settlement:act.dispute'))}
        {link('apply', 'application', t('settlement:act.apply'))}
      </>
    ),
    ...(main && { action: main }),
  };
}
