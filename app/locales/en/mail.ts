/** Letters of the portal; values in double braces. The first line is the subject, kept short. */
export const mail = {
  reportDueSoon: {
    subject: 'KPI report for {{period}} is due on {{due}}',
    body: 'Dear {{vendor}},\n\nyour KPI report for {{period}} under contract {{contract}} is due on {{due}}.\n\nSend it here: {{link}}\n\nMainstay',
  },
} as const;
