import type { Reason } from '~/shared/outcome';

/** What stands between a contract and its signature: a vendor that has not been let in, and how many required clauses. */
export type Hindrances = { vendor: Reason | null; gaps: number };
