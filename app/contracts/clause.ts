import { done, refused, type Outcome } from '~/shared/outcome';

/** What a clause is about; the order in which a contract is read. */
export const clauseGroups = ['performance', 'data', 'money', 'protection', 'exit', 'law'] as const;

/** How a contract stands to a clause. Deviating: it is there and says something else than our model text. */
export const clauseStates = ['present', 'deviating', 'missing', 'not_applicable'] as const;
export type ClauseState = (typeof clauseStates)[number];

/** What data a contract's services handle, from the least to the most sensitive. */
export const dataKinds = ['none', 'business', 'personal', 'sensitive'] as const;
export type DataKind = (typeof dataKinds)[number];

/** Kinds from which a requirement may hold; without data nothing is asked for. */
export const askingDataKinds = ['business', 'personal', 'sensitive'] as const;

/** What the vendor is for the personal data that it handles for us. */
export const dataRoles = ['none', 'processor', 'controller', 'joint_controllers'] as const;

/** The clause that carries data across borders: what it needs beside its text is a mechanism. */
export const TRANSFER_CLAUSE = 'data_transfer';

/** True where data of the one kind needs what is asked for from the other on. */
export function isAtLeast(kind: DataKind, least: DataKind): boolean {
  return dataKinds.indexOf(kind) >= dataKinds.indexOf(least);
}

/**
 * Whether the kind of data agrees with the role that the contract gives the vendor for personal data: with none it handles
 * no personal data, with any other it does. Refused otherwise (`data_role_none`,
 * `data_role_without_data`); a contract that says nothing of the role agrees with all.
 */
export function checkDataRole(kind: DataKind, role: string | null): Outcome {
  if (role === null) return done();
  const isPersonal = isAtLeast(kind, 'personal');
  if (role === 'none') return isPersonal ? refused('data_role_none', {}, 'dataKind') : done();
  return isPersonal ? done() : refused('data_role_without_data', {}, 'dataKind');
}
