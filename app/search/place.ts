import type { Permission } from '~/auth/permission';

/** A page that one may go to by its name: the key of its words, where it is, and what opens it. */
export type PlaceToGo = { words: string; href: string; needs: Permission | null };

const places = [
  { words: 'nav:desk', href: '/', needs: null },
  { words: 'actions:title', href: '/actions', needs: 'actions.read' },
  { words: 'vendors:title', href: '/vendors', needs: 'vendors.read' },
  { words: 'vendors:list.register', href: '/vendors/new', needs: 'vendors.write' },
  { words: 'diligence:board.title', href: '/onboarding', needs: 'vendors.read' },
  { words: 'assessments:title', href: '/assessments', needs: 'assessments.read' },
  { words: 'assessments:scorecards.title', href: '/scorecards', needs: 'scorecards.read' },
  { words: 'diligence:checks.title', href: '/checks', needs: 'checks.read' },
  { words: 'diligence:given.title', href: '/given', needs: 'given.read' },
  { words: 'diligence:screening.title', href: '/screening', needs: 'screening.read' },
  { words: 'diligence:sanctions.title', href: '/sanctions', needs: 'screening.read' },
  { words: 'library:service.title', href: '/services', needs: 'vendors.read' },
  { words: 'library:market.title', href: '/markets', needs: 'vendors.read' },
  { words: 'library:kpi.title', href: '/kpis', needs: 'vendors.read' },
  { words: 'company:title', href: '/company', needs: 'company.write' },
  { words: 'contracts:title', href: '/contracts', needs: 'contracts.read' },
  { words: 'contracts:list.create', href: '/contracts/new', needs: 'contracts.write' },
  { words: 'contracts:calendar.title', href: '/calendar', needs: 'contracts.read' },
  { words: 'clauses:gaps.title', href: '/clauses', needs: 'clauses.read' },
  { words: 'clauses:library.title', href: '/clauses/library', needs: 'clauses.read' },
  { words: 'standards:title', href: '/standards', needs: 'standards.read' },
  { words: 'standards:comparison.title', href: '/term-comparison', needs: 'standards.read' },
  { words: 'kpi:title', href: '/reports', needs: 'reports.read' },
  { words: 'kpi:new.title', href: '/reports/new', needs: 'reports.submit' },
  { words: 'sla:title', href: '/breaches', needs: 'breaches.read' },
  { words: 'sla:credits.title', href: '/credits', needs: 'breaches.read' },
  { words: 'settlement:title', href: '/statements', needs: 'statements.read' },
  { words: 'settlement:rates.title', href: '/rates', needs: 'rates.read' },
  { words: 'sla:performance.title', href: '/performance', needs: 'breaches.read' },
  { words: 'fallback:title', href: '/fallback', needs: 'fallback.read' },
  { words: 'fallback:ask.title', href: '/proposals/new', needs: 'fallback.propose' },
  { words: 'fallback:readiness.title', href: '/readiness', needs: 'fallback.read' },
  { words: 'reviews:title', href: '/reviews', needs: 'reviews.read' },
  { words: 'papers:portfolio.title', href: '/reviews/portfolio', needs: 'reviews.compare' },
  { words: 'jobs:title', href: '/jobs', needs: 'jobs.read' },
  { words: 'jobs:mail.title', href: '/mail', needs: 'mail.read' },
  { words: 'people:title', href: '/people', needs: 'people.read' },
  { words: 'api:token.all', href: '/tokens', needs: 'people.read' },
  { words: 'settings:title', href: '/settings', needs: 'settings.read' },
  { words: 'audit:title', href: '/audit', needs: 'audit.read' },
  { words: 'people:account.title', href: '/account', needs: null },
  { words: 'api:title', href: '/account/tokens', needs: 'api.use' },
] as const satisfies readonly PlaceToGo[];

/** The places that are open to somebody, in the order of the side bar. */
export function placesOpenTo(can: (permission: Permission) => boolean) {
  return places.filter(({ needs }) => needs === null || can(needs));
}
