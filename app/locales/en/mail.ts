/** Letters of the portal; values in double braces. The first line is the subject, kept short. */
export const mail = {
  reportDueSoon: {
    subject: 'KPI report for {{period}} is due on {{due}}',
    body: 'Dear {{vendor}},\n\nyour KPI report for {{period}} under contract {{contract}} is due on {{due}}.\n\nSend it here: {{link}}\n\nMainstay',
  },
  breachesOpened: {
    subject: '{{vendor}}: {{count}} SLA breach(es) under contract {{contract}}',
    body: 'The evaluation of contract {{contract}} with {{vendor}} has found periods that missed their target:\n\n{{lines}}\n\nPlease acknowledge them and say what happens next: {{link}}\n\nMainstay',
  },
  passwordLink: {
    subject: 'Set your password for Mainstay',
    body: 'Dear {{name}},\n\nwith this link you set a new password for {{email}}. It works once, within {{hours}} h:\n\n{{link}}\n\nIf nobody asked for it on your behalf, do nothing: your password stays as it is.\n\nMainstay',
  },
  invitation: {
    subject: 'Your access to Mainstay',
    body: 'Dear {{name}},\n\nyou have been given access to Mainstay with the address {{email}}. Set your password with this link; it works once, within {{hours}} h:\n\n{{link}}\n\nMainstay',
  },
  reportSubmitted: {
    subject: '{{vendor}} sent its KPI report for {{periods}}',
    body: '{{vendor}} has sent its KPI report for {{periods}}. Warnings with a comment: {{warnings}}.\n\nReview it here: {{link}}\n\nMainstay',
  },
  reportAccepted: {
    subject: 'KPI report for {{periods}} accepted',
    body: 'Your KPI report for {{periods}} has been accepted. Its figures now count.\n\nSee it here: {{link}}\n\nMainstay',
  },
  reportReturned: {
    subject: 'KPI report for {{periods}}: changes requested',
    body: 'Your KPI report for {{periods}} needs changes before it can be accepted.\n\n{{note}}\n\nSee which cells, and send it again: {{link}}\n\nMainstay',
  },
} as const;
