/** What is printed, shown as slides, sent to calendars and laid side by side of business reviews. */
export const papers = {
  event: {
    title: 'Business review, {{quarter}}: {{vendor}}',
    text: 'Quarterly business review of {{vendor}}\n{{time}} ({{zone}})\nPack and agenda: {{link}}',
  },
} as const;
