/** Letters about reviews and actions, and about a fallback that was proposed. */
export const reviews = {
  fallbackProposed: {
    subject_one: '{{vendor}}: {{count}} fallback proposal to decide',
    subject_other: '{{vendor}}: {{count}} fallback proposals to decide',
    body: 'If {{vendor}} fails, this is who could take over (service, market: best candidate):\n\n{{lines}}\n\nCompare and decide: {{link}}\n\nMainstay',
  },
  reviewDraft: {
    subject: 'Record of the review {{quarter}} with {{vendor}}: the draft is ready',
    body: 'The business review of {{quarter}} with {{vendor}} is over. The draft of its record is ready: read it, add what is missing, and send it to both sides.\n\n{{link}}\n\nMainstay',
  },
  reviewDraftWaits: {
    subject: 'Record of the review {{quarter}} with {{vendor}} is not out yet',
    body: 'A day has passed since the business review of {{quarter}} with {{vendor}}. Its record still waits for you to send it: {{link}}\n\nMainstay',
  },
  reviewRecord: {
    subject: 'Business review {{quarter}}, {{vendor}}: the record to sign',
    body: 'The record of the business review of {{quarter}} with {{vendor}} is out. The vendor may sign it or object until {{due}}; without an answer it then counts as signed.\n\nRead and sign it here: {{link}}\n\nMainstay',
  },
  reviewSigned: {
    subject: 'Business review {{quarter}}, {{vendor}}: {{speaker}} signed',
    body: '{{speaker}} signed the record of the business review of {{quarter}} with {{vendor}}.\n\n{{text}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  reviewObjected: {
    subject: 'Business review {{quarter}}: {{vendor}} objects to the record',
    body: '{{person}} of {{vendor}} objects to the record of the business review of {{quarter}}:\n\n{{text}}\n\nThe objection stands beside the record: {{link}}\n\nMainstay',
  },
  reviewLapsed: {
    subject: 'Business review {{quarter}}, {{vendor}}: the record counts as signed',
    body: 'The days for {{vendor}} to answer the record of the business review of {{quarter}} ended on {{due}}. It counts as signed.\n\nSee it here: {{link}}\n\nMainstay',
  },
  reviewInvitation: {
    subject: 'Business review {{quarter}} with {{vendor}}: {{meets}}',
    body: 'The business review of {{quarter}} with {{vendor}} is held on {{meets}}.\n\nThe pack is shared two weeks before; comments on it are welcome until {{until}}. The agenda and the calendar entry are here: {{link}}\n\nMainstay',
  },
  reviewMoved: {
    subject: 'Business review {{quarter}} with {{vendor}} moved to {{meets}}',
    body: 'The business review of {{quarter}} with {{vendor}} is now held on {{meets}}:\n\n{{reason}}\n\nThe calendar entry is here: {{link}}\n\nMainstay',
  },
  reviewCancelled: {
    subject: 'Business review {{quarter}} with {{vendor}} cancelled',
    body: 'The business review of {{quarter}} with {{vendor}}, which was to be held on {{meets}}, is cancelled:\n\n{{reason}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  reviewPackReady: {
    subject: 'The pack of the business review {{quarter}} is ready',
    body: 'Dear {{vendor}},\n\nthe pack of the business review of {{quarter}} is ready. The meeting is on {{meets}}.\n\nPlease read it, comment on its figures and add your own points until {{until}}: {{link}}\n\nMainstay',
  },
  reviewCommentsDue: {
    subject: 'Business review {{quarter}}: comments until {{until}}',
    body: 'Dear {{vendor}},\n\ncomments on the pack of the business review of {{quarter}}, your own points and suggestions are welcome until {{until}}. The meeting is on {{meets}}.\n\nAdd them here: {{link}}\n\nMainstay',
  },
  actionGiven: {
    subject: 'An action for you: {{what}}',
    body: '{{person}} gave you something to do:\n\n{{what}}\n\nVendor: {{vendor}}\nDue: {{due}}\n\n{{link}}\n\nMainstay',
  },
  actionsDue: {
    subject: 'Actions due or late: {{count}}',
    body: 'These actions are yours to do:\n\n{{list}}\n\nMark them done, or say that a day has to move, here: {{link}}\n\nMainstay',
  },
  reviewSoon: {
    subject: 'Business review {{quarter}} with {{vendor}} on {{meets}}',
    body: 'The business review of {{quarter}} with {{vendor}} is held on {{meets}}.\n\nThe pack and the agenda are here: {{link}}\n\nMainstay',
  },
} as const;
