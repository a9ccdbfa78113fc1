import { useTranslation } from 'react-i18next';
import type { InvitationState } from '~/onboarding/invitation';
import { PostButton } from '../breach/PostButton';
import { ConfirmButton } from '../form/ConfirmButton';
import { StateBadge, type Tone } from '../StateBadge';
import { useFormat } from '../use-format';
import classes from './company.module.css';

type Props = {
  vendorId: number;
  mayWrite: boolean;
  invitations: readonly {
    id: number;
    contact: string;
    email: string;
    sentAt: string;
    expiresAt: string;
    state: InvitationState;
  }[];
};

const tones: Record<InvitationState, Tone> = {
  sent: 'accent',
  accepted: 'good',
  revoked: 'quiet',
  expired: 'attention',
};

/** Whom of a vendor we invited, with what can still be done about it. */
export function InvitationRows({ vendorId, mayWrite, invitations }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (invitations.length === 0) return <p>{t('invitation:empty')}</p>;
  return (
    <ul className={classes.rows}>
      {invitations.map(({ id, contact, email, sentAt, expiresAt, state }) => {
        const base = `/vendors/${vendorId}/invitations/${id}`;
        const facts = [
          email,
          t('invitation:sentOn', { at: format.date(sentAt.slice(0, 10)) }),
          state === 'sent' && t('invitation:until', { at: format.instant(expiresAt) }),
        ];
        return (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <span className={classes.name}>{contact}</span>
              <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
            </div>
            <StateBadge tone={tones[state]}>{t(`invitation:state.${state}`)}</StateBadge>
            {mayWrite && state !== 'accepted' && (
              <PostButton action={`${base}/resending`} look="secondary">
                {t('invitation:resend')}
              </PostButton>
            )}
            {mayWrite && (state === 'sent' || state === 'expired') && (
              <ConfirmButton
                label={t('invitation:revoke')}
                title={t('invitation:revokeTitle', { name: contact })}
                action={`${base}/revocation`}
                openLook="quiet"
              >
                {t('invitation:revokeHelp')}
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
