export const roles = [
  'procurement',
  'manager',
  'auditor',
  'administrator',
  'vendor',
  'reviewer',
] as const;
export type Role = (typeof roles)[number];

/** Roles of people outside the company: what is out of their reach is not there for them. */
export const outsideRoles: readonly Role[] = ['vendor', 'reviewer'];

export function isOutside(role: Role): boolean {
  return outsideRoles.includes(role);
}

/** Records that can be given, one by one, to an outside reviewer such as a lawyer or an auditor. */
export const reviewSubjects = ['check', 'assessment'] as const;
export type ReviewSubject = (typeof reviewSubjects)[number];

/** Who may do what, as one table. Reading is limited further by the person's scope. */
const permissions = {
  'vendors.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'vendors.write': ['procurement', 'administrator'],
  'vendors.import': ['procurement', 'administrator'],
  'vendors.approve': ['procurement', 'manager', 'administrator'],
  'company.write': ['vendor'],
  'documents.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'checks.read': ['procurement', 'manager', 'auditor', 'administrator', 'reviewer'],
  /** The page of what was given to somebody outside, and what became of it. */
  'given.read': ['reviewer'],
  'checks.review': ['procurement', 'manager', 'reviewer'],
  'checks.assign': ['procurement', 'manager'],
  'checks.sign': ['procurement', 'manager'],
  'screening.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'screening.decide': ['procurement', 'manager'],
  'screening.load': ['procurement', 'administrator'],
  'registers.write': ['procurement', 'administrator'],
  'library.write': ['administrator', 'procurement'],
  'contracts.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'contracts.write': ['procurement'],
  /** Approves contracts and amendments that somebody else submitted. */
  'contracts.approve': ['procurement', 'manager'],
  'contracts.sign': ['procurement', 'manager'],
  /** Signs a contract although clauses that it should have are missing. */
  'contracts.sign_despite_gaps': ['manager'],
  'clauses.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'standards.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'reports.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'reports.submit': ['vendor', 'manager'],
  'reports.review': ['manager'],
  'breaches.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'breaches.answer': ['vendor'],
  'breaches.decide': ['manager'],
  /** Speaks in the case of a breach, for either side. */
  'breaches.discuss': ['manager', 'vendor'],
  'credits.decide': ['manager'],
  'credits.answer': ['vendor'],
  'credits.apply': ['procurement'],
  'statements.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'statements.send': ['procurement', 'manager'],
  'statements.answer': ['vendor'],
  'statements.settle': ['procurement'],
  /** A contract's account with all its entries; vendors see what stands on their statements. */
  'accounts.read': ['procurement', 'manager', 'auditor', 'administrator'],
  /** Proposes bonuses and penalties by hand, and decides those of others. */
  'accounts.write': ['procurement', 'manager'],
  'rates.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'rates.load': ['procurement', 'administrator'],
  'fallback.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'fallback.propose': ['procurement', 'manager'],
  'fallback.decide': ['manager'],
  'scorecards.read': ['procurement', 'manager', 'auditor', 'administrator'],
  'scorecards.write': ['procurement', 'administrator'],
  'assessments.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'assessments.open': ['procurement', 'manager'],
  'assessments.score': ['procurement', 'manager', 'administrator', 'reviewer'],
  'assessments.answer': ['vendor'],
  'admissions.decide': ['procurement', 'manager'],
  'actions.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'actions.write': ['procurement', 'manager', 'vendor'],
  'actions.steer': ['procurement', 'manager'],
  'reviews.read': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  /** Plans reviews, leads the meeting and keeps the record. */
  'reviews.lead': ['procurement', 'manager'],
  'reviews.answer': ['vendor'],
  /** Brings items, remarks, papers and a signature to a review, for either side. */
  'reviews.contribute': ['procurement', 'manager', 'vendor'],
  /** Sees all vendors side by side. */
  'reviews.compare': ['procurement', 'manager', 'auditor', 'administrator'],
  /** Lets programs act for the person, by access tokens. */
  'api.use': ['procurement', 'manager', 'auditor', 'administrator', 'vendor'],
  'jobs.read': ['manager', 'auditor', 'administrator'],
  'jobs.run': ['administrator'],
  'mail.read': ['auditor', 'administrator'],
  'people.read': ['auditor', 'administrator'],
  'people.manage': ['administrator'],
  'settings.read': ['auditor', 'administrator'],
  'settings.write': ['administrator'],
  'audit.read': ['auditor', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function can(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/** Everything that a role may do, for the pages to show only what works. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => can(role, permission));
}
