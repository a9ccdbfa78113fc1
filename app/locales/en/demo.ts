/** What the demo says about itself. */
export const demo = {
  title: 'Demo',
  banner:
    'The clock stands at {{date}}. The carriers’ figures are real; contract terms, capacities and prices are for demonstration. No mail is sent.',
} as const;
