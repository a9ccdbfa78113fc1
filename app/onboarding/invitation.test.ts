import { describe, expect, it } from 'vitest';
import {
  checkConfirmable,
  checkResendable,
  checkRevocable,
  invitationState,
  invitationSteps,
} from './invitation';

const now = '2024-01-12T09:00:00.000Z';
const sent: Parameters<typeof invitationState>[0] = {
  acceptedAt: null,
  revokedAt: null,
  waitsSince: null,
  expiresAt: '2024-01-20T09:00:00.000Z',
  personActive: true,
  shutOut: false,
};
const waiting: typeof sent = { ...sent, waitsSince: now, expiresAt: now, personActive: false };
const deactivated: typeof sent = { ...sent, personActive: false, shutOut: true };

describe('an invitation', () => {
  it('stands as accepted for good, else revoked, waiting, deactivated, run out or on its way', () => {
    const states = [
      { ...waiting, acceptedAt: now, revokedAt: now },
      { ...waiting, revokedAt: now },
      waiting,
      { ...deactivated, expiresAt: now },
      { ...sent, expiresAt: now },
      sent,
    ].map((invitation) => invitationState(invitation, now));
    expect(states).toEqual([
      ...['accepted', 'revoked', 'waiting', 'deactivated', 'expired', 'sent'],
    ]);
  });

  it('is confirmed by another person than the inviter and the invited, while it waits', () => {
    const by = (personId: number | null, invitation = waiting) => {
      const outcome = checkConfirmable({ ...invitation, invitedBy: 7, personId: 9 }, personId, now);
      return outcome.ok ? 'done' : outcome.reason.code;
    };
    expect(by(8)).toBe('done');
    expect([by(7), by(9), by(null)]).toEqual(Array(3).fill('same_person'));
    expect([by(8, sent), by(8, { ...waiting, revokedAt: now })]).toEqual([
      'invitation_not_waiting',
      'invitation_not_waiting',
    ]);
  });

  it('is taken back once, by the vendor’s own people only while it waits', () => {
    const by = (isOwn: boolean, invitation: typeof sent) => {
      const outcome = checkRevocable(invitation, { isOwn }, now);
      return outcome.ok ? 'done' : outcome.reason.code;
    };
    const expired = { ...sent, expiresAt: now };
    const revoked = { ...waiting, revokedAt: now };
    expect([waiting, sent, expired, revoked].map((each) => by(false, each))).toEqual([
      ...['done', 'done', 'done', 'invitation_revoked'],
    ]);
    expect([waiting, sent, expired, revoked].map((each) => by(true, each))).toEqual([
      ...['done', 'invitation_not_waiting', 'invitation_not_waiting', 'invitation_revoked'],
    ]);
  });

  it('of whom an administrator shut out is neither mailed again nor revoked', () => {
    const codes = [sent, waiting, deactivated, { ...deactivated, revokedAt: now }].map((each) => {
      const outcome = checkResendable(each, now);
      return outcome.ok ? 'done' : outcome.reason.code;
    });
    expect(codes).toEqual([...['done', 'invitation_waits', 'person_inactive', 'person_inactive']]);
    expect(checkResendable({ ...sent, personActive: false, revokedAt: now }, now).ok).toBe(true);
    expect(checkRevocable(deactivated, { isOwn: false }, now)).toMatchObject({
      reason: { code: 'person_inactive' },
    });
    expect(invitationSteps('deactivated', { isInviter: true })).toEqual([]);
  });

  it('is never offered to its inviter to confirm', () => {
    expect(invitationSteps('waiting', { isInviter: true })).toEqual(['revoke']);
    expect(invitationSteps('waiting', { isInviter: false })).toEqual(['confirm', 'revoke']);
    expect(invitationSteps('accepted', { isInviter: false })).toEqual([]);
  });
});
