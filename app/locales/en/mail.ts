/** Letters of the portal; values in double braces. The first line is the subject, kept short. */
export const mail = {
  fallbackProposed: {
    subject_one: '{{vendor}}: {{count}} fallback proposal to decide',
    subject_other: '{{vendor}}: {{count}} fallback proposals to decide',
    body: 'If {{vendor}} fails, this is who could take over (service, market: best candidate):\n\n{{lines}}\n\nCompare and decide: {{link}}\n\nMainstay',
  },
  scoresAsked: {
    subject: 'Score {{vendor}} by {{due}}',
    body: 'You are asked to score {{vendor}} by {{due}}. Nobody sees your scores until all assessors have handed in.\n\nGive your scores here: {{link}}\n\nMainstay',
  },
  resultReleased: {
    subject: 'The result of your assessment',
    body: 'Dear {{vendor}},\n\nthe result of your assessment is ready, with how it was worked out. You may comment on it or appeal:\n\n{{link}}\n\nMainstay',
  },
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
  breachesOpened: {
    subject_one: '{{vendor}}: {{count}} SLA breach under contract {{contract}}',
    subject_other: '{{vendor}}: {{count}} SLA breaches under contract {{contract}}',
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
  vendorInvitation: {
    subject: '{{vendor}}: your invitation as a vendor',
    body: 'Dear {{name}},\n\nwe would like to know {{vendor}} better, for these services: {{services}}.\n\nPlease describe your company in our portal. This link signs you in; it works once, within {{days}} days:\n\n{{link}}\n\nYou can save as you go, come back later, and fill in the questionnaire in Excel if you prefer.\n\nMainstay',
  },
  vendorInvitationPlain: {
    subject: '{{vendor}}: your invitation as a vendor',
    body: 'Dear {{name}},\n\nwe would like to know {{vendor}} better. Please describe your company in our portal. This link signs you in; it works once, within {{days}} days:\n\n{{link}}\n\nYou can save as you go, come back later, and fill in the questionnaire in Excel if you prefer.\n\nMainstay',
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
  colleagueInvited: {
    subject: 'Is {{name}} to speak for {{vendor}}?',
    body: '{{by}} wants to invite {{name}} ({{email}}) to sign in for {{vendor}}. Nothing is mailed to this person before one of you, or a second person of ours, has confirmed it.\n\nConfirm it if you know this person, else refuse: {{link}}\n\nMainstay',
  },
  invitationRefused: {
    subject: '{{vendor}}: your invitation of {{name}} was refused',
    body: '{{by}} has refused your invitation of {{name}} ({{email}}) to sign in for {{vendor}}. Nothing was mailed to this person.\n\nSee who is invited, and propose it again if it was meant: {{link}}\n\nMainstay',
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
  caseAcknowledged: {
    subject: '{{vendor}} acknowledged the {{kpi}} case',
    body: '{{person}} of {{vendor}} has acknowledged the {{kpi}} breaches under contract {{contract}}, the latest of {{period}}. The improvement plan is due on {{due}}.\n\nSee it here: {{link}}\n\nMainstay',
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
  contractEnds: {
    subject: '{{vendor}}: term of contract {{name}} ends on {{date}}',
    body: 'The current term of contract {{name}} with {{vendor}} ends on {{date}}. Days left: {{days}}.\n\nSee how it goes on, and decide what has to be decided: {{link}}\n\nMainstay',
  },
  contractNotice: {
    subject: '{{vendor}}: notice on contract {{name}} by {{date}}',
    body: 'The last day on which we can give notice on contract {{name}} with {{vendor}} is {{date}}. Days left: {{days}}. Without notice the contract goes on as agreed.\n\nSee what was agreed: {{link}}\n\nMainstay',
  },
  certificateExpires: {
    subject: '{{vendor}}: certificate {{name}} expires on {{date}}',
    body: 'Certificate {{name}} of {{vendor}} expires on {{date}}. Days left: {{days}}.\n\nHand in the new one: {{link}}\n\nMainstay',
  },
  documentExpires: {
    subject: '{{vendor}}: document {{name}} expires on {{date}}',
    body: 'Document {{name}} of {{vendor}} expires on {{date}}. Days left: {{days}}.\n\nHand in the new one: {{link}}\n\nMainstay',
  },
  checkExpires: {
    subject: '{{vendor}}: check {{name}} expires on {{date}}',
    body: 'The due-diligence check {{name}} of {{vendor}} expires on {{date}}. Days left: {{days}}.\n\nCheck it again: {{link}}\n\nMainstay',
  },
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
  contractSubmitted: {
    subject: '{{vendor}}: contract {{contract}} to approve',
    body: '{{person}} has submitted contract {{contract}} with {{vendor}} for approval.\n\nRead it and approve it, or return it with remarks: {{link}}\n\nMainstay',
  },
  standardProposed: {
    subject_one: 'Standard {{standard}}: {{count}} contract to approve',
    subject_other: 'Standard {{standard}}: {{count}} contracts to approve',
    body: 'Standard {{standard}} is to apply to agreed contracts from {{date}} (contracts: {{count}}):\n\n{{reason}}\n\nSee what changes in each and approve them in one go, or decide one by one: {{link}}\n\nMainstay',
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
  contractApproved: {
    subject: '{{vendor}}: contract {{contract}} is approved',
    body: 'Contract {{contract}} with {{vendor}} has all its approvals and can be signed: {{link}}\n\nMainstay',
  },
  contractReturned: {
    subject: '{{vendor}}: contract {{contract}} came back',
    body: '{{person}} has returned contract {{contract}} with {{vendor}}:\n\n{{reason}}\n\nIt is a draft again: {{link}}\n\nMainstay',
  },
  contractSigned: {
    subject: 'Contract {{contract}} is signed',
    body: 'Dear {{vendor}},\n\ncontract {{contract}} is signed and holds from {{date}}. Its terms and deadlines are here: {{link}}\n\nMainstay',
  },
  contractTerminated: {
    subject: 'Contract {{contract}} ends on {{date}}',
    body: 'Dear {{vendor}},\n\ncontract {{contract}} has been ended; its last day is {{date}}:\n\n{{reason}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  amendmentApproved: {
    subject: '{{vendor}}: amendment {{number}} of contract {{contract}} is approved',
    body: '{{person}} has approved your amendment {{number}} of contract {{contract}} with {{vendor}}: {{link}}\n\nMainstay',
  },
  amendmentRejected: {
    subject: '{{vendor}}: amendment {{number}} of contract {{contract}} is turned down',
    body: '{{person}} has turned down your amendment {{number}} of contract {{contract}} with {{vendor}}:\n\n{{reason}}\n\nSee it here: {{link}}\n\nMainstay',
  },
  amendmentProposed: {
    subject: '{{vendor}}: amendment {{number}} of contract {{contract}} to decide',
    body: 'Amendment {{number}} of contract {{contract}} with {{vendor}} is proposed, effective from {{date}}:\n\n{{reason}}\n\nSee what changes and decide: {{link}}\n\nMainstay',
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
