import type { Icon } from '../drawn';
import type { Permission, Role } from '~/auth/permission';
import type { Words } from '~/locales/en';
import {
  IconBreaches,
  IconContracts,
  IconDesk,
  IconFallback,
  IconJobs,
  IconReports,
  IconReviews,
  IconSettings,
  IconVendors,
} from '../icons';

export type Place = {
  key: keyof Words['nav'];
  href: string;
  /** What else belongs to it; `*` is any one part of a path. */
  also?: readonly string[];
  icon: Icon;
  /** Any one of these opens the place; everybody's where there is none. */
  needs?: readonly Permission[];
  /** Who has it reaches the place's pages from another one. */
  unless?: Permission;
};

/** Pages of breaches and credits whose addresses begin with another record. */
const ofOtherRecords = ['/contracts/*/credits', '/vendors/*/kpis'];

const insiders: readonly Place[] = [
  { key: 'desk', href: '/', also: ['/actions'], icon: IconDesk },
  {
    key: 'vendors',
    href: '/vendors',
    also: [
      '/assessments',
      '/scorecards',
      '/checks',
      '/screening',
      '/sanctions',
      '/services',
      '/markets',
      '/kpis',
      '/onboarding',
      '/vendor-imports',
    ],
    icon: IconVendors,
    needs: ['vendors.read'],
  },
  {
    key: 'contracts',
    href: '/contracts',
    also: ['/calendar', '/clauses', '/standards', '/term-comparison'],
    icon: IconContracts,
    needs: ['contracts.read'],
  },
  { key: 'reports', href: '/reports', icon: IconReports, needs: ['reports.read'] },
  {
    key: 'breaches',
    href: '/breaches',
    also: ['/credits', '/statements', '/rates', '/performance', ...ofOtherRecords],
    icon: IconBreaches,
    needs: ['breaches.read'],
  },
  {
    key: 'fallback',
    href: '/fallback',
    also: ['/proposals', '/readiness'],
    icon: IconFallback,
    needs: ['fallback.read'],
  },
  { key: 'reviews', href: '/reviews', icon: IconReviews, needs: ['reviews.read'] },
  {
    key: 'administration',
    href: '/administration',
    also: ['/jobs', '/people', '/tokens', '/settings', '/audit', '/mail'],
    icon: IconSettings,
    needs: ['settings.read'],
  },
  /** The one page of administration that is open to managers. */
  {
    key: 'jobs',
    href: '/jobs',
    icon: IconJobs,
    needs: ['jobs.read'],
    unless: 'settings.read',
  },
];

const outsiders: readonly Place[] = [
  { key: 'desk', href: '/', also: ['/actions', '/assessments'], icon: IconDesk },
  { key: 'reports', href: '/reports', icon: IconReports },
  {
    key: 'breaches',
    href: '/breaches',
    also: ['/credits', '/statements', '/performance', ...ofOtherRecords],
    icon: IconBreaches,
  },
  {
    key: 'company',
    href: '/company',
    also: ['/contracts', '/calendar'],
    icon: IconVendors,
  },
  { key: 'reviews', href: '/reviews', icon: IconReviews },
];

const reviewers: readonly Place[] = [
  { key: 'desk', href: '/', icon: IconDesk },
  { key: 'given', href: '/given', also: ['/checks', '/assessments'], icon: IconReports },
];

/** The places of the side bar: at most eight for insiders, five for a vendor. */
export function placesOf(role: Role, permissions: readonly Permission[]): readonly Place[] {
  if (role === 'vendor') return outsiders;
  if (role === 'reviewer') return reviewers;
  return insiders.filter(
    ({ needs, unless }) =>
      (!needs || needs.some((permission) => permissions.includes(permission))) &&
      !(unless && permissions.includes(unless)),
  );
}

/** The place that a path lies in: the one that names most of it; none where no place does. */
export function placeOf(path: string, places: readonly Place[]): Place | undefined {
  const reached = places.map((place) => ({ place, reach: reachOf(path, place) }));
  return reached.filter(({ reach }) => reach > 0).sort((a, b) => b.reach - a.reach)[0]?.place;
}

/** How many parts of a path a place names. */
function reachOf(path: string, { href, also = [] }: Place): number {
  if (path === href) return path.split('/').length;
  const starts = [...(href === '/' ? [] : [href]), ...also].filter((start) => begins(path, start));
  return Math.max(0, ...starts.map((start) => start.split('/').length));
}

/** True where a path is a start or goes on from it; `*` in a start is any one part. */
function begins(path: string, start: string): boolean {
  const parts = path.split('/');
  return start.split('/').every((part, index) => part === '*' || part === parts[index]);
}
