/** The places of the side bar. */
export const nav = {
  desk: 'Desk',
  vendors: 'Vendors',
  given: 'My reviews',
  contracts: 'Contracts',
  company: 'Our company',
  reports: 'Reports',
  breaches: 'Breaches',
  fallback: 'Fallback',
  reviews: 'Reviews',
  administration: 'Administration',
  jobs: 'Jobs',
} as const;
