/** Letters about credits, bonuses, penalties and statements. */
export const settlement = {
  creditsClaimed: {
    subject_one: '{{count}} credit claimed from {{vendor}}',
    subject_other: '{{count}} credits claimed from {{vendor}}',
    body: '{{person}} claims these credits, which follow from the SLA terms (month, contract: amount):\n\n{{lines}}\n\nPlease accept them, or say why not: {{link}}\n\nMainstay',
  },
  creditsAccepted: {
    subject_one: '{{vendor}} accepted {{count}} credit',
    subject_other: '{{vendor}} accepted {{count}} credits',
    body: '{{person}} of {{vendor}} has accepted (month, contract: amount):\n\n{{lines}}\n\nThey go onto the next statement: {{link}}\n\nMainstay',
  },
  creditsDisputed: {
    subject_one: '{{vendor}} disputes {{count}} credit',
    subject_other: '{{vendor}} disputes {{count}} credits',
    body: '{{person}} of {{vendor}} disputes (month, contract: amount):\n\n{{lines}}\n\n{{text}}\n\nSomebody who did not claim them rules on it here: {{link}}\n\nMainstay',
  },
  creditDisputeUpheld: {
    subject_one: 'Your dispute of {{count}} credit is upheld',
    subject_other: 'Your dispute of {{count}} credits is upheld',
    body: 'These amounts are no longer claimed (month, contract: amount):\n\n{{lines}}\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  creditDisputeRejected: {
    subject_one: 'Your dispute of {{count}} credit is rejected',
    subject_other: 'Your dispute of {{count}} credits is rejected',
    body: 'These amounts stand and go onto the next statement (month, contract: amount):\n\n{{lines}}\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  creditsWaived: {
    subject_one: '{{count}} credit waived',
    subject_other: '{{count}} credits waived',
    body: 'These amounts are not claimed (month, contract: amount):\n\n{{lines}}\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  statementSent: {
    subject: 'Statement for {{period}}, contract {{contract}}',
    body: 'Dear {{vendor}},\n\nthe statement for {{period}} under contract {{contract}} is ready: {{total}} {{currency}} in total.\n\nPlease agree to it, or say what is wrong: {{link}}\n\nMainstay',
  },
  statementAgreed: {
    subject: '{{vendor}} agreed to the statement for {{period}}',
    body: '{{person}} of {{vendor}} has agreed to the statement for {{period}} under contract {{contract}}: {{total}} {{currency}} in total.\n\nSettle it here: {{link}}\n\nMainstay',
  },
  statementDisputed: {
    subject: '{{vendor}} disagrees with the statement for {{period}}',
    body: '{{person}} of {{vendor}} says what is wrong with the statement for {{period}} under contract {{contract}}:\n\n{{text}}\n\nPut it right and send it again: {{link}}\n\nMainstay',
  },
  statementSettled: {
    subject: 'Statement for {{period}} settled, contract {{contract}}',
    body: 'Dear {{vendor}},\n\nthe statement for {{period}} under contract {{contract}} is settled: {{total}} {{currency}} in total. Invoice: {{invoice}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  bonusProposed: {
    subject: '{{vendor}}: bonus of {{amount}} {{currency}} for {{period}} to decide',
    body: '{{person}} proposes a bonus of {{amount}} {{currency}} for {{period}} under contract {{contract}} with {{vendor}}:\n\n{{reason}}\n\nLook at the evidence and decide: {{link}}\n\nMainstay',
  },
  penaltyProposed: {
    subject: '{{vendor}}: penalty of {{amount}} {{currency}} for {{period}} to decide',
    body: '{{person}} proposes a penalty of {{amount}} {{currency}} for {{period}} under contract {{contract}} with {{vendor}}:\n\n{{reason}}\n\nLook at the evidence and decide: {{link}}\n\nMainstay',
  },
  bonusApproved: {
    subject: '{{vendor}}: bonus of {{amount}} {{currency}} for {{period}} is approved',
    body: '{{person}} has approved the bonus of {{amount}} {{currency}} for {{period}} that you proposed under contract {{contract}} with {{vendor}}. It is posted to the account: {{link}}\n\nMainstay',
  },
  bonusRejected: {
    subject: '{{vendor}}: bonus of {{amount}} {{currency}} for {{period}} is turned down',
    body: '{{person}} has turned down the bonus of {{amount}} {{currency}} for {{period}} that you proposed under contract {{contract}} with {{vendor}}:\n\n{{reason}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  penaltyApproved: {
    subject: '{{vendor}}: penalty of {{amount}} {{currency}} for {{period}} is approved',
    body: '{{person}} has approved the penalty of {{amount}} {{currency}} for {{period}} that you proposed under contract {{contract}} with {{vendor}}. It is posted to the account: {{link}}\n\nMainstay',
  },
  penaltyRejected: {
    subject: '{{vendor}}: penalty of {{amount}} {{currency}} for {{period}} is turned down',
    body: '{{person}} has turned down the penalty of {{amount}} {{currency}} for {{period}} that you proposed under contract {{contract}} with {{vendor}}:\n\n{{reason}}\n\nSee it here: {{link}}\n\nMainstay',
  },
} as const;
