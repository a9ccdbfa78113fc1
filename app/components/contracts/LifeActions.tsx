import { useTranslation } from 'react-i18next';
import type { Hindrances } from '~/contracts/hindrances';
import { ButtonLink } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';
import { MissingClauses } from './ContractHindrances';

type Props = {
  contractId: number;
  state: 'draft' | 'review' | 'approved' | 'active' | 'terminated';
  canWrite: boolean;
  /** May approve, and has not submitted or approved it already. */
  canApproveNow: boolean;
  canReturn: boolean;
  hindrances: Hindrances;
};

/** The next step on the way to a signed contract, for whoever may take it; with a vendor that is not let in there is none. */
export function LifeActions(props: Props) {
  const { contractId, state, canWrite, canApproveNow, canReturn, hindrances } = props;
  const { t } = useTranslation();
  const base = `/contracts/${contractId}`;
  const mayGoOn = hindrances.vendor === null;
  const missing = hindrances.gaps > 0 && (
    <p>
      <MissingClauses contractId={contractId} gaps={hindrances.gaps} />
    </p>
  );
  if (state === 'draft' && canWrite && mayGoOn)
    return (
      <ConfirmButton
        label={t('contracts:life.submit')}
        action={`${base}/submission`}
        look="primary"
        openLook="primary"
      >
        {missing}
        <p>{t('contracts:life.submitHelp')}</p>
      </ConfirmButton>
    );
  if (state !== 'review' && state !== 'approved') return null;
  return (
    <>
      {canReturn && <ButtonLink href={`${base}/return`}>{t('contracts:life.return')}</ButtonLink>}
      {state === 'review' && canApproveNow && mayGoOn && (
        <ConfirmButton
          label={t('contracts:life.approve')}
          action={`${base}/approval`}
          look="primary"
          openLook="primary"
        >
          {missing}
          <p>{t('contracts:life.approveHelp')}</p>
        </ConfirmButton>
      )}
      {state === 'approved' && canWrite && mayGoOn && (
        <ButtonLink href={`${base}/signature`} look="primary">
          {t('contracts:life.sign')}
        </ButtonLink>
      )}
    </>
  );
}
