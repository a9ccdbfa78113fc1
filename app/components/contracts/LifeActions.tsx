import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';

type Props = {
  contractId: number;
  state: 'draft' | 'review' | 'approved' | 'active' | 'terminated';
  canWrite: boolean;
  /** May approve, and has not submitted or approved it already. */
  canApproveNow: boolean;
  canReturn: boolean;
};

/** The next step on the way to a signed contract, for whoever may take it. */
export function LifeActions({ contractId, state, canWrite, canApproveNow, canReturn }: Props) {
  const { t } = useTranslation();
  const base = `/contracts/${contractId}`;
  if (state === 'draft' && canWrite)
    return (
      <ConfirmButton
        label={t('contracts:life.submit')}
        action={`${base}/submission`}
        look="primary"
        openLook="primary"
      >
        {t('contracts:life.submitHelp')}
      </ConfirmButton>
    );
  if (state !== 'review' && state !== 'approved') return null;
  return (
    <>
      {canReturn && <ButtonLink href={`${base}/return`}>{t('contracts:life.return')}</ButtonLink>}
      {state === 'review' && canApproveNow && (
        <ConfirmButton
          label={t('contracts:life.approve')}
          action={`${base}/approval`}
          look="primary"
          openLook="primary"
        >
          {t('contracts:life.approveHelp')}
        </ConfirmButton>
      )}
      {state === 'approved' && canWrite && (
        <ButtonLink href={`${base}/signature`} look="primary">
          {t('contracts:life.sign')}
        </ButtonLink>
      )}
    </>
  );
}
