/** The one service that the demo's carriers provide. */
export const AIR = 'AIR';

/**
 * What the demo adds to the real carriers. Corporate groups, countries and time zones are facts; prices, currencies, ends of
 * contracts, assessments and certificates are for demonstration.
 */
export type DemoCarrier = {
  code: string;
  /** The airline that owns it. */
  parent?: string;
  timeZone: string;
  /** Demonstration price of a flight. */
  price: { amount: string; currency: string };
  /** Demonstration days from a decision to carrying the volume. */
  switchDays: number;
  /** Demonstration total of its last scoring, 0 to 100. */
  score: number;
  contract: { ends: string; renewal: 'none' | 'tacit' | 'express'; noticeDays: number };
};

const usd = (amount: string) => ({ amount, currency: 'USD' });
const longTerm = { ends: '2025-04-30', renewal: 'tacit', noticeDays: 90 } as const;

const newYork = 'America/New_York';
const chicago = 'America/Chicago';
const denver = 'America/Denver';
const losAngeles = 'America/Los_Angeles';

export const demoCarriers: readonly DemoCarrier[] = [
  {
    code: '9E',
    parent: 'DL',
    timeZone: chicago,
    price: usd('4.60'),
    switchDays: 35,
    score: 84,
    contract: longTerm,
  },
  {
    code: 'AA',
    timeZone: chicago,
    price: usd('5.20'),
    switchDays: 30,
    score: 81,
    contract: longTerm,
  },
  {
    code: 'AS',
    timeZone: losAngeles,
    price: usd('5.05'),
    switchDays: 40,
    score: 86,
    contract: longTerm,
  },
  {
    code: 'B6',
    timeZone: newYork,
    price: usd('4.85'),
    switchDays: 45,
    score: 68,
    contract: longTerm,
  },
  {
    code: 'C5',
    timeZone: newYork,
    price: { amount: '6.10', currency: 'CAD' },
    switchDays: 60,
    score: 72,
    contract: { ends: '2025-12-31', renewal: 'express', noticeDays: 60 },
  },
  {
    code: 'DL',
    timeZone: newYork,
    price: usd('5.40'),
    switchDays: 30,
    score: 91,
    contract: longTerm,
  },
  {
    code: 'F9',
    timeZone: denver,
    price: usd('3.95'),
    switchDays: 45,
    score: 61,
    contract: longTerm,
  },
  {
    code: 'G4',
    timeZone: losAngeles,
    price: usd('4.05'),
    switchDays: 75,
    score: 63,
    contract: longTerm,
  },
  {
    code: 'G7',
    timeZone: chicago,
    price: usd('4.70'),
    switchDays: 60,
    score: 70,
    contract: { ends: '2024-03-15', renewal: 'express', noticeDays: 30 },
  },
  {
    code: 'HA',
    timeZone: 'Pacific/Honolulu',
    price: { amount: '5.10', currency: 'EUR' },
    switchDays: 90,
    score: 74,
    contract: { ends: '2024-04-30', renewal: 'tacit', noticeDays: 90 },
  },
  {
    code: 'MQ',
    parent: 'AA',
    timeZone: chicago,
    price: usd('4.55'),
    switchDays: 35,
    score: 78,
    contract: longTerm,
  },
  {
    code: 'NK',
    timeZone: newYork,
    price: usd('3.90'),
    switchDays: 40,
    score: 59,
    contract: longTerm,
  },
  {
    code: 'OH',
    parent: 'AA',
    timeZone: newYork,
    price: usd('4.65'),
    switchDays: 50,
    score: 77,
    contract: longTerm,
  },
  {
    code: 'OO',
    timeZone: denver,
    price: usd('4.75'),
    switchDays: 30,
    score: 83,
    contract: longTerm,
  },
  {
    code: 'PT',
    parent: 'AA',
    timeZone: newYork,
    price: usd('4.80'),
    switchDays: 55,
    score: 79,
    contract: { ends: '2025-12-31', renewal: 'tacit', noticeDays: 90 },
  },
  {
    code: 'QX',
    parent: 'AS',
    timeZone: losAngeles,
    price: usd('4.50'),
    switchDays: 35,
    score: 88,
    contract: longTerm,
  },
  {
    code: 'UA',
    timeZone: chicago,
    price: usd('5.25'),
    switchDays: 30,
    score: 82,
    contract: longTerm,
  },
  {
    code: 'WN',
    timeZone: chicago,
    price: usd('4.40'),
    switchDays: 30,
    score: 76,
    contract: longTerm,
  },
  {
    code: 'YV',
    timeZone: 'America/Phoenix',
    price: usd('4.35'),
    switchDays: 60,
    score: 58,
    contract: { ends: '2024-03-31', renewal: 'none', noticeDays: 0 },
  },
  {
    code: 'YX',
    timeZone: 'America/Indiana/Indianapolis',
    price: usd('4.90'),
    switchDays: 35,
    score: 87,
    contract: longTerm,
  },
  {
    code: 'ZW',
    timeZone: chicago,
    price: { amount: '6.25', currency: 'CAD' },
    switchDays: 70,
    score: 66,
    contract: { ends: '2024-12-31', renewal: 'tacit', noticeDays: 90 },
  },
];

/** The airports of the figures, and where they lie. */
export const demoAirports: readonly { code: string; nameEn: string; nameZh: string }[] = [
  { code: 'ATL', nameEn: 'Atlanta', nameZh: '亚特兰大' },
  { code: 'BOS', nameEn: 'Boston', nameZh: '波士顿' },
  { code: 'DEN', nameEn: 'Denver', nameZh: '丹佛' },
  { code: 'DFW', nameEn: 'Dallas/Fort Worth', nameZh: '达拉斯-沃思堡' },
  { code: 'EWR', nameEn: 'Newark', nameZh: '纽瓦克' },
  { code: 'JFK', nameEn: 'New York JFK', nameZh: '纽约肯尼迪' },
  { code: 'LAX', nameEn: 'Los Angeles', nameZh: '洛杉矶' },
  { code: 'ORD', nameEn: 'Chicago O’Hare', nameZh: '芝加哥奥黑尔' },
  { code: 'SEA', nameEn: 'Seattle', nameZh: '西雅图' },
  { code: 'SFO', nameEn: 'San Francisco', nameZh: '旧金山' },
];
