/** Letters about breaches and their cases. */
export const cases = {
  breachesOpened: {
    subject_one: '{{vendor}}: {{count}} SLA breach under contract {{contract}}',
    subject_other: '{{vendor}}: {{count}} SLA breaches under contract {{contract}}',
    body: 'The evaluation of contract {{contract}} with {{vendor}} has found periods that missed their target:\n\n{{lines}}\n\nPlease acknowledge them and say what happens next: {{link}}\n\nMainstay',
  },
  caseAcknowledged: {
    subject: '{{vendor}} acknowledged the {{kpi}} case',
    body: '{{person}} of {{vendor}} has acknowledged the {{kpi}} breaches under contract {{contract}}, the latest of {{period}}. The improvement plan is due on {{due}}.\n\nSee it here: {{link}}\n\nMainstay',
  },
  caseReplied: {
    subject: '{{kpi}} case of {{vendor}}: a reply',
    body: '{{speaker}} wrote about the {{kpi}} breaches of {{vendor}} under contract {{contract}}:\n\n{{text}}\n\nAnswer here: {{link}}\n\nMainstay',
  },
  planSubmitted: {
    subject: '{{vendor}} sent its improvement plan for {{kpi}}',
    body: '{{vendor}} has sent its improvement plan for the {{kpi}} breaches under contract {{contract}}. The cause it names:\n\n{{cause}}\n\nAnswer by {{due}}; unanswered, the plan then counts as accepted: {{link}}\n\nMainstay',
  },
  planAccepted: {
    subject: '{{kpi}}: your improvement plan is accepted',
    body: 'Your improvement plan for the {{kpi}} breaches under contract {{contract}} has been accepted. The corrective steps are due by {{due}}; after them the coming periods show whether the plan works.\n\nSee it here: {{link}}\n\nMainstay',
  },
  planAcceptedBySilence: {
    subject: '{{kpi}}: your improvement plan counts as accepted',
    body: 'Your improvement plan for the {{kpi}} breaches under contract {{contract}} was not answered within ten working days and counts as accepted.\n\nSee it here: {{link}}\n\nMainstay',
  },
  planReturned: {
    subject: '{{kpi}}: your improvement plan needs changes',
    body: 'Your improvement plan for the {{kpi}} breaches under contract {{contract}} has been returned:\n\n{{text}}\n\nThe next one is due on {{due}}. Send it here: {{link}}\n\nMainstay',
  },
  caseDisputed: {
    subject: '{{vendor}} disputes a {{kpi}} breach',
    body: '{{vendor}} disputes the {{kpi}} breaches under contract {{contract}}, the latest of {{period}}:\n\n{{text}}\n\nSomebody who has not decided in this case before rules on it here: {{link}}\n\nMainstay',
  },
  disputeUpheld: {
    subject: '{{kpi}}: your dispute is upheld',
    body: 'Your dispute of the {{kpi}} breaches under contract {{contract}} has been upheld. The months concerned are excused and their credits fall away.\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  disputeRejected: {
    subject: '{{kpi}}: your dispute is rejected',
    body: 'Your dispute of the {{kpi}} breaches under contract {{contract}} has been rejected:\n\n{{text}}\n\nYour improvement plan is due on {{due}}. Send it here: {{link}}\n\nMainstay',
  },
  caseExcused: {
    subject: '{{kpi}}: {{from}} to {{to}} excused',
    body: 'The months {{from}} to {{to}} of {{kpi}} under contract {{contract}} are excused and do not count:\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  excusalRevoked: {
    subject: '{{kpi}}: {{from}} to {{to}} counts again',
    body: 'The excusal of {{kpi}} for {{from}} to {{to}} under contract {{contract}} has been revoked; the months count again:\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  caseWaived: {
    subject: '{{kpi}}: no plan is asked for',
    body: 'The {{kpi}} breaches under contract {{contract}} stand, and so do their credits, but no improvement plan is asked for:\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  caseVerifying: {
    subject: '{{kpi}}: the plan is now being verified',
    body: 'The corrective steps for the {{kpi}} breaches under contract {{contract}} are over. The case closes when three periods in a row have passed.\n\nSee it here: {{link}}\n\nMainstay',
  },
  caseClosed: {
    subject: '{{kpi}}: case closed',
    body: 'The periods that had to pass have passed: the {{kpi}} case under contract {{contract}} is closed.\n\nSee it here: {{link}}\n\nMainstay',
  },
  caseEscalated: {
    subject: 'Escalation level {{level}}: {{vendor}}, {{kpi}}, {{period}}',
    body: 'The {{kpi}} case of {{vendor}} under contract {{contract}} has reached escalation level {{level}}. Its latest breach is that of {{period}}; the improvement plan is due on {{due}} and has not come.\n\nAnswer here: {{link}}\n\nMainstay',
  },
} as const;
