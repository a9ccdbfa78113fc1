import type { Role } from '~/auth/permission';

/** The instant at which the demo stands. */
export const DEMO_NOW = '2024-01-12T08:00:00.000Z';

/** Everybody's password in the demo; it opens nothing but the machine's own door. */
export const DEMO_PASSWORD = 'only for this demo';

export type DemoPerson = {
  email: string;
  name: string;
  role: Role;
  locale: 'en' | 'zh-CN';
  timeZone: string;
  vendor?: string;
  reach?: string;
};

/** Invented people, one of each role and some more: two are needed to decide, one reads Chinese on either side. */
export const demoPeople = {
  martin: {
    email: 'martin@mainstay.example',
    name: 'Martin Sample',
    role: 'manager',
    locale: 'en',
    timeZone: 'America/New_York',
  },
  lan: {
    email: 'lan@mainstay.example',
    name: '王岚',
    role: 'manager',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
  },
  noor: {
    email: 'noor@mainstay.example',
    name: 'Noor Sample',
    role: 'manager',
    locale: 'en',
    timeZone: 'America/New_York',
    reach: 'JFK',
  },
  petra: {
    email: 'petra@mainstay.example',
    name: 'Petra Sample',
    role: 'procurement',
    locale: 'en',
    timeZone: 'Europe/Berlin',
  },
  chen: {
    email: 'chen@mainstay.example',
    name: '陈思远',
    role: 'procurement',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
  },
  ada: {
    email: 'ada@mainstay.example',
    name: 'Ada Sample',
    role: 'auditor',
    locale: 'en',
    timeZone: 'Europe/London',
  },
  alan: {
    email: 'alan@mainstay.example',
    name: 'Alan Sample',
    role: 'administrator',
    locale: 'en',
    timeZone: 'Europe/London',
  },
  lena: {
    email: 'lena@mainstay.example',
    name: 'Lena Sample',
    role: 'reviewer',
    locale: 'en',
    timeZone: 'Europe/London',
  },
} as const satisfies Record<string, DemoPerson>;

export type Insider = keyof typeof demoPeople;

/** Who signs in for a carrier. Two of them are shown with the demo's password, the others have one that nobody knows. */
export const vendorPeople: Readonly<Record<string, Pick<DemoPerson, 'name' | 'locale'>>> = {
  WN: { name: 'Wren Sample', locale: 'en' },
  B6: { name: '何悦', locale: 'zh-CN' },
};

/** The address of a carrier's person. */
export function vendorEmail(code: string): string {
  return `reports@${code.toLowerCase()}.example`;
}
