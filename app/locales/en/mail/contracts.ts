/** Letters about contracts, and about papers that run out. */
export const contracts = {
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
  contractSubmitted: {
    subject: '{{vendor}}: contract {{contract}} to approve',
    body: '{{person}} has submitted contract {{contract}} with {{vendor}} for approval.\n\nRead it and approve it, or return it with remarks: {{link}}\n\nMainstay',
  },
  standardProposed: {
    subject_one: 'Standard {{standard}}: {{count}} contract to approve',
    subject_other: 'Standard {{standard}}: {{count}} contracts to approve',
    body: 'Standard {{standard}} is to apply to agreed contracts from {{date}} (contracts: {{count}}):\n\n{{reason}}\n\nSee what changes in each and approve them in one go, or decide one by one: {{link}}\n\nMainstay',
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
} as const;
