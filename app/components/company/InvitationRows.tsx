import { useTranslation } from 'react-i18next';
import type { InvitationState, InvitationStep } from '~/onboarding/invitation';
import { PostButton } from '../breach/PostButton';
import { ConfirmButton } from '../form/ConfirmButton';
import { StateBadge, type Tone } from '../StateBadge';
import { useFormat } from '../use-format';
import classes from './company.module.css';

type Invitation = {
  id: number;
  contact: string;
  email: string;
  inviter: string | null;
  sentAt: string;
  expiresAt: string;
  state: InvitationState;
  steps: readonly InvitationStep[];
};

type Props = {
  /** The address above those of the single invitations. */
  base: string;
  invitations: readonly Invitation[];
};

const tones: Record<InvitationState, Tone> = {
  waiting: 'attention',
  sent: 'accent',
  accepted: 'good',
  revoked: 'quiet',
  expired: 'attention',
  deactivated: 'quiet',
};

/** Who was invited to speak for a vendor, with what can still be done about it. */
export function InvitationRows({ base, invitations }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (invitations.length === 0) return <p>{t('invitation:empty')}</p>;
  return (
    <ul className={classes.rows}>
      {invitations.map((invitation) => {
        const { id, contact, email, inviter, sentAt, expiresAt, state } = invitation;
        const at = format.date(sentAt.slice(0, 10));
        const facts = [
          email,
          inviter !== null && t('invitation:by', { name: inviter }),
          state !== 'waiting' && t('invitation:sentOn', { at }),
          state === 'sent' && t('invitation:until', { at: format.instant(expiresAt) }),
        ];
        return (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <span className={classes.name}>{contact}</span>
              <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
            </div>
            <StateBadge tone={tones[state]}>{t(`invitation:state.${state}`)}</StateBadge>
            <Steps invitation={invitation} base={`${base}/${id}`} />
          </li>
        );
      })}
    </ul>
  );
}

function Steps({ invitation, base }: { invitation: Invitation; base: string }) {
  const { t } = useTranslation();
  const { contact, state, steps } = invitation;
  const refusal = state === 'waiting' ? 'refuse' : 'revoke';
  return (
    <>
      {steps.includes('confirm') && (
        <PostButton action={`${base}/confirmation`}>{t('invitation:confirm')}</PostButton>
      )}
      {steps.includes('resend') && (
        <PostButton action={`${base}/resending`} look="secondary">
          {t('invitation:resend')}
        </PostButton>
      )}
      {steps.includes('revoke') && (
        <ConfirmButton
          label={t(`invitation:${refusal}`)}
          title={t(`invitation:${refusal}Title`, { name: contact })}
          action={`${base}/revocation`}
          openLook="quiet"
        >
          {t(`invitation:${refusal}Help`)}
        </ConfirmButton>
      )}
    </>
  );
}
