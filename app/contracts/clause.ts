import { z } from 'zod';
import { isCountry } from '~/shared/country-codes';
import {
  choice,
  field,
  optionalChoice,
  optionalId,
  optionalText,
  requiredCode,
  requiredText,
} from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { isTransferMechanism } from './data-transfer';

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

const LONGEST_TEXT = 10_000;

/** A clause of the library with its first text; `code` names it in files. */
export const clauseFields = z.object({
  code: requiredCode(),
  group: choice(clauseGroups),
  nameEn: requiredText(120),
  nameZh: requiredText(120),
  protectsEn: requiredText(1000),
  protectsZh: requiredText(1000),
  lookForEn: requiredText(1000),
  lookForZh: requiredText(1000),
  textEn: requiredText(LONGEST_TEXT),
  textZh: requiredText(LONGEST_TEXT),
  reason: optionalText(500),
});

/** A requirement: where a clause has to be, or need not be, from which data on, and why. */
export const requirementFields = z.object({
  service: optionalId(),
  market: optionalId(),
  fromData: optionalChoice(askingDataKinds),
  effect: choice(['required', 'not_required']),
  reasonEn: requiredText(500),
  reasonZh: requiredText(500),
  source: optionalText(200),
});

/**
 * How a contract stands to a clause. One that is there has a place; one that deviates or does not apply needs the reason
 * (`clause_place_missing`, `clause_reason_missing`).
 */
export const clauseCheckFields = z
  .object({
    state: choice(clauseStates),
    place: optionalText(120),
    text: optionalText(LONGEST_TEXT),
    reason: optionalText(1000),
  })
  .superRefine(({ state, place, reason }, context) => {
    const issue = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message, path: [path] });
    if ((state === 'present' || state === 'deviating') && place === null)
      issue('clause_place_missing', 'place');
    if ((state === 'deviating' || state === 'not_applicable') && reason === null)
      issue('clause_reason_missing', 'reason');
  });

/** What is said of a contract's data: its kind, the countries where it is worked on, the ground on which it travels. */
export const contractDataFields = z.object({
  dataKind: choice(dataKinds),
  workedOnIn: field((text) => {
    const codes = [...new Set(text.toUpperCase().split(/[\s;,；，、]+/))].filter(Boolean);
    const unknown = codes.find((code) => !isCountry(code));
    return unknown === undefined
      ? { value: codes }
      : { code: 'country_unknown', params: { value: unknown } };
  }),
  mechanisms: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat().filter(isTransferMechanism)),
});
