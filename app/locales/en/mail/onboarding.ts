/** Letters about a vendor’s own data, checks, assessments and admission. */
export const onboarding = {
  scoresAsked: {
    subject: 'Score {{vendor}} by {{due}}',
    body: 'You are asked to score {{vendor}} by {{due}}. Nobody sees your scores until all assessors have handed in.\n\nGive your scores here: {{link}}\n\nMainstay',
  },
  resultReleased: {
    subject: 'The result of your assessment',
    body: 'Dear {{vendor}},\n\nthe result of your assessment is ready, with how it was worked out. You may comment on it or appeal:\n\n{{link}}\n\nMainstay',
  },
  companySubmitted: {
    subject: '{{vendor}} submitted its description',
    body: '{{vendor}} has described itself and submitted everything for screening.\n\nLook at it here: {{link}}\n\nMainstay',
  },
  companyResubmitted: {
    subject: '{{vendor}} corrected its description',
    body: '{{vendor}} has corrected what was sent back and submitted it again.\n\nLook at it here: {{link}}\n\nMainstay',
  },
  companyReturned: {
    subject: 'Your description needs a correction',
    body: 'Dear {{vendor}},\n\na part of your description was sent back:\n\n{{remark}}\n\nCorrect it here and submit again: {{link}}\n\nMainstay',
  },
  admissionApproved: {
    subject: 'You are admitted as a vendor',
    body: 'Dear {{vendor}},\n\nyou have been admitted as a vendor. A contract comes next; we will get in touch with you about it.\n\nKeep your description up to date: {{link}}\n\nMainstay',
  },
  admissionConditional: {
    subject: 'You are admitted as a vendor on conditions',
    body: 'Dear {{vendor}},\n\nyou have been admitted as a vendor on these conditions:\n\n{{conditions}}\n\nWhat is yours to do, and by when: {{link}}\n\nMainstay',
  },
  admissionConditionalOurs: {
    subject: 'You are admitted as a vendor on conditions',
    body: 'Dear {{vendor}},\n\nyou have been admitted as a vendor on conditions. There is nothing for you to do about them.\n\nKeep your description up to date: {{link}}\n\nMainstay',
  },
  admissionRejected: {
    subject: 'Your admission as a vendor',
    body: 'Dear {{vendor}},\n\nafter looking at everything we do not admit you as a vendor at this time. You may describe your company anew later: {{link}}\n\nMainstay',
  },
  admissionDecided: {
    subject: '{{vendor}}: the admission is decided',
    body: 'The admission of {{vendor}} is decided.\n\nSee the decision and what follows from it: {{link}}\n\nMainstay',
  },
  checkGiven: {
    subject: '{{vendor}}: a check was given to you',
    body: 'A check of {{vendor}} was given to you. Look into it and record what you found:\n\n{{link}}\n\nMainstay',
  },
  changeProposed: {
    subject: '{{vendor}}: a change to confirm',
    body: '{{vendor}} wants to change what it offers or holds. The change takes effect when you confirm it:\n\n{{link}}\n\nMainstay',
  },
  changeConfirmed: {
    subject: 'Your change is confirmed',
    body: 'The change that you entered has been confirmed and now holds.\n\nSee it here: {{link}}\n\nMainstay',
  },
  changeRefused: {
    subject: 'Your change was not confirmed',
    body: 'The change that you entered was not confirmed:\n\n{{reason}}\n\nSee it here: {{link}}\n\nMainstay',
  },
} as const;
