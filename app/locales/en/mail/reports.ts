/** Letters about KPI reports. */
export const reports = {
  reportDueSoon: {
    subject: 'KPI report for {{period}} is due on {{due}}',
    body: 'Dear {{vendor}},\n\nyour KPI report for {{period}} under contract {{contract}} is due on {{due}}.\n\nSend it here: {{link}}\n\nMainstay',
  },
  reportDueToday: {
    subject: 'KPI report for {{period}}: due on {{due}}',
    body: 'Dear {{vendor}},\n\nyour KPI report for {{period}} under contract {{contract}} is due on {{due}} and has not come yet. After {{grace}} it counts as missing.\n\nKPIs still to be reported: {{missing}}\n\nSend it here: {{link}}\n\nMainstay',
  },
  reportOverdue: {
    subject: 'KPI report for {{period}} is overdue',
    body: 'Dear {{vendor}},\n\nyour KPI report for {{period}} under contract {{contract}} was due on {{due}} and is overdue. Until it comes, the months count as not reported, with what the SLA terms say about that.\n\nKPIs still to be reported: {{missing}}\n\nSend it here: {{link}}\n\nMainstay',
  },
  reportMissing: {
    subject: '{{vendor}}: KPI report for {{period}} is overdue',
    body: 'The KPI report of {{vendor}} for {{period}} under contract {{contract}} was due on {{due}} and is overdue. The vendor has been told.\n\nKPIs still to be reported: {{missing}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  reportSubmitted: {
    subject: '{{vendor}} sent its KPI report for {{periods}}',
    body: '{{vendor}} has sent its KPI report for {{periods}}. Warnings with a comment: {{warnings}}.\n\nReview it here: {{link}}\n\nMainstay',
  },
  reportWithdrawn: {
    subject: '{{vendor}} took back its KPI report for {{periods}}',
    body: '{{vendor}} has taken back its KPI report for {{periods}}. There is nothing to review; you get a mail when it is sent again.\n\nWhat waits for review: {{link}}\n\nMainstay',
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
